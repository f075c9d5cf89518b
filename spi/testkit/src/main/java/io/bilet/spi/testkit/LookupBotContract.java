package io.bilet.spi.testkit;

import static io.bilet.spi.testkit.FakePluginContext.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.hook.HookAnswer;
import io.bilet.spi.hook.HookCall;
import io.bilet.spi.lookup.LookupBot;
import java.time.Instant;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promises of {@link LookupBot}. A partner implements this interface in a test class, supplies a bot and questions
 * as the chat tool sends them, and inherits the tests.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
@ExtendWith(RuleTable.class)
public interface LookupBotContract {

    /** The bot of a started plugin; the same one for the length of a test. */
    LookupBot bot() throws Exception;

    /** What the chat tool sends. */
    ChatTool chat();

    /** The desk the bot asks, which knows {@link ChatTool#agentAddress()}; the same one for the length of a test. */
    FakeDesk desk();

    /** A chat tool whose users ask, and that signs what it sends. */
    interface ChatTool {

        /** The address of the user who is an agent. */
        String agentAddress();

        /** A question of that user, signed at this time. */
        HookCall question(String words, Instant at);

        /** A question of a user who is no agent. */
        HookCall strangersQuestion(String words);

        /** A question of the agent with a signature that somebody else made. */
        HookCall forged(String words);
    }

    @Test
    @DisplayName("LB-1 the name is short, plain and stays the same")
    default void lb1_name_is_plain_and_stable() throws Exception {
        Names.isPlainAndStable(bot()::name);
    }

    @Test
    @DisplayName("LB-2 the answer shows number and link of what was found")
    default void lb2_answer_shows_what_was_found() throws Exception {
        assertThat(answer(chat().question(FakeDesk.WORDS, NOW)))
                .contains("4711", "https://desk.example.org/tickets/4711")
                .contains("4712", "https://desk.example.org/tickets/4712");
    }

    @Test
    @DisplayName("LB-3 a question whose signature is wrong is refused and not asked")
    default void lb3_forged_question_is_refused() throws Exception {
        assertThat(bot().ask(chat().forged(FakeDesk.WORDS), desk())).isInstanceOf(HookAnswer.Refused.class);
        assertThat(desk().questions()).isEmpty();
    }

    @Test
    @DisplayName("LB-4 a question that is too old is refused and not asked")
    default void lb4_old_question_is_refused() throws Exception {
        assertThat(bot().ask(chat().question(FakeDesk.WORDS, NOW.minusSeconds(86_400)), desk()))
                .isInstanceOf(HookAnswer.Refused.class);
        assertThat(desk().questions()).isEmpty();
    }

    @Test
    @DisplayName("LB-5 the desk is asked with the words, on behalf of who asked")
    default void lb5_desk_is_asked_for_the_agent() throws Exception {
        answer(chat().question("  bob@example.org ", NOW));

        assertThat(desk().questions()).containsExactly("bob@example.org");
    }

    @Test
    @DisplayName("LB-6 nothing found and nobody known are said in words")
    default void lb6_nothing_is_said_in_words() throws Exception {
        assertThat(answer(chat().question("Nobody", NOW))).isNotBlank().doesNotContain("4711");
        assertThat(answer(chat().strangersQuestion(FakeDesk.WORDS)))
                .isNotBlank()
                .doesNotContain("4711");
    }

    @Test
    @DisplayName("LB-7 a question without words is answered by how to ask")
    default void lb7_empty_question_is_helped() throws Exception {
        assertThat(answer(chat().question("  ", NOW))).isNotBlank();
        assertThat(desk().questions()).isEmpty();
    }

    @Test
    @DisplayName("LB-8 what customers wrote is not read as markup")
    default void lb8_markup_of_customers_is_text() throws Exception {
        assertThat(answer(chat().question(FakeDesk.WORDS, NOW)))
                .contains("evil.test")
                .doesNotContain("<!channel>", "<https://evil.test", "<b>");
    }

    @Test
    @DisplayName("LB-9 the bot returns in time")
    default void lb9_returns_in_time() throws Exception {
        HookCall call = chat().question(FakeDesk.WORDS, NOW);
        LookupBot bot = bot();
        FakeDesk desk = desk();

        Deadline.endsWithin(call.timeout(), () -> bot.ask(call, desk));
    }

    private String answer(HookCall call) throws Exception {
        HookAnswer answer = bot().ask(call, desk());
        assertThat(answer).isInstanceOf(HookAnswer.Taken.class);
        return ((HookAnswer.Taken) answer).body();
    }
}
