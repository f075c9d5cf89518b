package io.bilet.spi.translation;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a translator says.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public sealed interface Translation {

    /**
     * The text in the wanted language.
     *
     * @param text 1 to 262,144 characters
     * @param from the language it was translated from, as a BCP 47 tag
     * @param billedCharacters what the far end counts, 0 or more; the host adds them up and stops at a cap
     */
    record Translated(String text, String from, long billedCharacters) implements Translation {}

    /**
     * The translator does not know one of the languages, or takes no text like this.
     *
     * @param reason one English sentence for the agent, 1 to 500 characters
     */
    record NotPossible(String reason) implements Translation {}
}
