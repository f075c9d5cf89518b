package io.bilet.spi.lookup;

import io.bilet.spi.hook.HookAnswer;
import io.bilet.spi.hook.HookCall;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Answers questions from a chat tool, such as {@code /email Bob Smith}, at {@code /hooks/<plugin id>/<name>}.
 *
 * <h2>Life cycle</h2>
 *
 * As that of an {@link io.bilet.spi.hook.InboundHook}, whose rules IH-3 and IH-4 hold here too.
 *
 * <h2>Rules</h2>
 *
 * Each is checked by {@code LookupBotContract} under the same number.
 *
 * <ol>
 *   <li>LB-1 {@link #name} MUST be 2 to 32 lower-case letters, digits and hyphens, and the same at each call.
 *   <li>LB-2 The answer MUST show the number and the link of each message that the desk found.
 *   <li>LB-3 A call whose signature is missing or wrong MUST be refused with 401, without asking the desk.
 *   <li>LB-4 A call whose signature is right but too old MUST be refused with 401, without asking the desk.
 *   <li>LB-5 The desk MUST be asked with the words of the question, on behalf of the agent who asked.
 *   <li>LB-6 Where the desk finds nothing, and where it does not know the agent, the answer MUST say so in words.
 *   <li>LB-7 A question without words MUST be answered by how to ask, without asking the desk.
 *   <li>LB-8 What customers wrote MUST NOT be read by the chat tool as its own markup.
 *   <li>LB-9 The bot MUST return within {@link HookCall#timeout()}.
 * </ol>
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public interface LookupBot {

    /** Name of the bot within its plugin, a part of its address (LB-1). */
    String name();

    /**
     * Answers one question.
     *
     * @param call what the chat tool sent
     * @param desk whom to ask
     * @throws Exception if the plugin failed; the chat tool gets status 500
     */
    HookAnswer ask(HookCall call, LookupDesk desk) throws Exception;
}
