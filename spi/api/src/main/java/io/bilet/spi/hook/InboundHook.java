package io.bilet.spi.hook;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A place where a far end calls in: {@code /hooks/<plugin id>/<name>}. Anybody on the internet can call it; the plugin
 * alone can tell who it is.
 *
 * <h2>Life cycle</h2>
 *
 * The host calls {@link #take} between {@code Plugin.start} and {@code Plugin.stop}, from several threads at once. It
 * answers 404 where there is no such hook and 503 while the plugin does not run, and limits bodies to 1 MiB.
 *
 * <h2>Rules</h2>
 *
 * Each is checked by {@code InboundHookContract} under the same number.
 *
 * <ol>
 *   <li>IH-1 {@link #name} MUST be 2 to 32 lower-case letters, digits and hyphens, and the same at each call.
 *   <li>IH-2 A genuine call MUST be {@linkplain HookAnswer.Taken taken}, with its news.
 *   <li>IH-3 A call whose signature is missing or wrong MUST be refused with 401.
 *   <li>IH-4 A call whose signature is right but older than the far end's tolerance MUST be refused with 401.
 *   <li>IH-5 The same call again MUST be taken under the same id.
 *   <li>IH-6 A genuine call that cannot be understood MUST be refused with 400, and never by an exception.
 *   <li>IH-7 A genuine call of a kind that does not concern the plugin MUST be taken without news.
 *   <li>IH-8 The hook MUST return within {@link HookCall#timeout()}.
 * </ol>
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public interface InboundHook {

    /** Name of the hook within its plugin, a part of its address (IH-1). */
    String name();

    /**
     * Takes or refuses one call.
     *
     * @throws Exception if the plugin failed; the far end gets status 500 and is expected to come again
     */
    HookAnswer take(HookCall call) throws Exception;
}
