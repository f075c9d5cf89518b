package io.bilet.spi.translation;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Translates at once, by machine.
 *
 * <h2>Life cycle</h2>
 *
 * The host calls {@link #translate} between {@code Plugin.start} and {@code Plugin.stop}, from several threads at once,
 * once for each comment and language; when it fails, people read the original.
 *
 * <h2>Rules</h2>
 *
 * Each is checked by {@code MachineTranslatorContract} under the same number.
 *
 * <ol>
 *   <li>MT-1 {@link #name} MUST be 2 to 32 lower-case letters, digits and hyphens, and the same at each call.
 *   <li>MT-2 A translation MUST name the language it was made from, found out where it was not told.
 *   <li>MT-3 Elements of HTML MUST be kept; what is no HTML MUST NOT be read as such.
 *   <li>MT-4 Words of the glossary MUST be translated as it says.
 *   <li>MT-5 A language that the translator does not know MUST be answered by {@link Translation.NotPossible}.
 *   <li>MT-6 The translator MUST throw {@link FarEndUnavailable} when trying again later may succeed.
 *   <li>MT-7 The translator MUST throw {@link FarEndRefused} when its credentials are not accepted.
 *   <li>MT-8 The translator MUST throw {@link FarEndRefused} when the far end's quota is used up.
 *   <li>MT-9 {@code billedCharacters} MUST be what the far end counts.
 *   <li>MT-10 The translator MUST return or throw within {@link TranslationRequest#timeout()}; afterwards the host
 *       interrupts the thread and the translator MUST end within a second.
 * </ol>
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public interface MachineTranslator {

    /** Name of the translator within its plugin (MT-1). Shown beside each translation. */
    String name();

    /**
     * Translates one text.
     *
     * @throws FarEndUnavailable if trying again later may succeed
     * @throws FarEndRefused if somebody has to change the configuration first
     */
    Translation translate(TranslationRequest request) throws FarEndUnavailable, FarEndRefused;
}
