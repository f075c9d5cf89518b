package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.hook.HookAnswer;
import io.bilet.spi.hook.HookCall;
import io.bilet.spi.hook.InboundHook;
import java.time.Instant;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promises of {@link InboundHook}. A partner implements this interface in a test class, supplies a hook and calls
 * as the far end makes them, and inherits the tests.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
@ExtendWith(RuleTable.class)
public interface InboundHookContract {

    /** The hook of a started plugin; the same one for the length of a test. */
    InboundHook hook() throws Exception;

    /** What the far end sends. */
    Caller caller();

    /** A far end that calls in and signs what it sends. */
    interface Caller {

        /** A body that means something to the plugin; the same each time. */
        String concerning();

        /** A body that is as the far end documents but means nothing to the plugin. */
        String notConcerning();

        /** The body, signed at this time. */
        HookCall signed(String body, Instant at);

        /** The body with a signature that somebody else made. */
        HookCall forged(String body, Instant at);

        /** The body without a signature. */
        HookCall unsigned(String body);
    }

    @Test
    @DisplayName("IH-1 the name is short, plain and stays the same")
    default void ih1_name_is_plain_and_stable() throws Exception {
        Names.isPlainAndStable(hook()::name);
    }

    @Test
    @DisplayName("IH-2 a genuine call is taken, with its news")
    default void ih2_genuine_call_is_taken() throws Exception {
        HookAnswer.Taken taken = taken(now(caller().concerning()));

        assertThat(taken.id()).matches("[\\x21-\\x7e]{1,200}");
        assertThat(taken.news()).isNotEmpty();
    }

    @Test
    @DisplayName("IH-3 a call whose signature is missing or wrong is refused")
    default void ih3_forged_call_is_refused() throws Exception {
        String body = caller().concerning();

        assertThat(hook().take(caller().forged(body, FakePluginContext.NOW))).satisfies(isRefusedWith(401));
        assertThat(hook().take(caller().unsigned(body))).satisfies(isRefusedWith(401));
    }

    @Test
    @DisplayName("IH-4 a genuine call that is too old is refused")
    default void ih4_old_call_is_refused() throws Exception {
        HookCall old = caller().signed(caller().concerning(), FakePluginContext.NOW.minusSeconds(86_400));

        assertThat(hook().take(old)).satisfies(isRefusedWith(401));
    }

    @Test
    @DisplayName("IH-5 the same call again is taken under the same id")
    default void ih5_same_call_has_the_same_id() throws Exception {
        assertThat(taken(now(caller().concerning())).id())
                .isEqualTo(taken(now(caller().concerning())).id());
    }

    @Test
    @DisplayName("IH-6 a genuine call that cannot be understood is refused")
    default void ih6_garbage_is_refused() throws Exception {
        for (String garbage : new String[] {"", "{", "[1]", "{\"type\":7}", "\"text\"", "a=b&&=%zz"}) {
            assertThat(hook().take(now(garbage))).as(garbage).satisfies(isRefusedWith(400));
        }
    }

    @Test
    @DisplayName("IH-7 a genuine call that does not concern the plugin is taken without news")
    default void ih7_unconcerning_call_has_no_news() throws Exception {
        assertThat(taken(now(caller().notConcerning())).news()).isEmpty();
    }

    @Test
    @DisplayName("IH-8 the hook returns in time")
    default void ih8_returns_in_time() throws Exception {
        HookCall call = now(caller().concerning());
        InboundHook hook = hook();

        Deadline.endsWithin(call.timeout(), () -> hook.take(call));
    }

    private HookCall now(String body) {
        return caller().signed(body, FakePluginContext.NOW);
    }

    private HookAnswer.Taken taken(HookCall call) throws Exception {
        HookAnswer answer = hook().take(call);
        assertThat(answer).isInstanceOf(HookAnswer.Taken.class);
        return (HookAnswer.Taken) answer;
    }

    private static Consumer<HookAnswer> isRefusedWith(int status) {
        return answer -> assertThat(answer)
                .isInstanceOfSatisfying(HookAnswer.Refused.class, refused -> assertThat(refused.status())
                        .isEqualTo(status));
    }
}
