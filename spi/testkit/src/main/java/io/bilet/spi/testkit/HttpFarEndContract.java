package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.testkit.LocalHttp.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promises of plugins that speak HTTP, as {@link io.bilet.spi.http.HttpSender} numbers them. A partner implements
 * this interface in a test class, supplies something that makes the plugin call its far end, and inherits the tests.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
@ExtendWith(RuleTable.class)
public interface HttpFarEndContract {

    /** Makes a started plugin call its far end. */
    ThrowingCallable call() throws Exception;

    /** The far end, under the test's control; fresh for each test. */
    LocalHttp http();

    /** The credential with which the plugin was configured. */
    String secret();

    @Test
    @DisplayName("HS-1 429 and 5xx are unavailable, with the pause that the far end wants")
    default void hs1_too_many_requests_and_broken_servers_pass() throws Exception {
        ThrowingCallable call = call();
        for (int status : new int[] {429, 500, 502, 503, 504}) {
            http().answerAlways(new Answer(status, Map.of("Retry-After", "7"), "<html>busy</html>"));

            assertThatThrownBy(call)
                    .as("status " + status)
                    .isInstanceOfSatisfying(FarEndUnavailable.class, e -> assertThat(e.retryAfter())
                            .isIn(Optional.of(Duration.ofSeconds(7)), Optional.empty()));
        }
        http().answerAlways(new Answer(429, Map.of("Retry-After", "7"), ""));
        assertThatThrownBy(call).isInstanceOfSatisfying(FarEndUnavailable.class, e -> assertThat(e.retryAfter())
                .contains(Duration.ofSeconds(7)));
    }

    @Test
    @DisplayName("HS-2 401 and 403 are refusals")
    default void hs2_refused_credentials_are_a_refusal() throws Exception {
        ThrowingCallable call = call();
        for (int status : new int[] {401, 403}) {
            http().answerAlways(Answer.json(status, "{}"));

            assertThatThrownBy(call).as("status " + status).isInstanceOf(FarEndRefused.class);
        }
    }

    @Test
    @DisplayName("HS-3 what cannot be understood is a refusal, never another exception")
    default void hs3_nonsense_is_a_refusal() throws Exception {
        ThrowingCallable call = call();
        for (String nonsense : List.of("", "{", "[]", "null", "7", "\"text\"", "<html></html>", "{\"error\":[[]]}")) {
            http().answerAlways(Answer.json(200, nonsense));

            assertThatThrownBy(call).as(nonsense).isInstanceOf(FarEndRefused.class);
        }
    }

    @Test
    @DisplayName("HS-4 redirects and unknown refusals are stated failures")
    default void hs4_other_statuses_are_stated() throws Exception {
        ThrowingCallable call = call();
        for (int status : new int[] {204, 301, 302, 400, 405, 410, 418, 451}) {
            http().answerAlways(new Answer(status, Map.of("Location", "http://127.0.0.1:1/"), ""));

            assertThat(catchThrowable(call))
                    .as("status " + status)
                    .isInstanceOfAny(FarEndRefused.class, FarEndUnavailable.class);
        }
    }

    @Test
    @DisplayName("HS-5 answers that are too long or break off are unavailable")
    default void hs5_too_long_and_broken_off_pass() throws Exception {
        ThrowingCallable call = call();
        http().answerAlways(Answer.json(200, "{\"a\":\"" + "a".repeat(1 << 21) + "\"}"));
        assertThatThrownBy(call).isInstanceOf(FarEndUnavailable.class);

        http().comeBack();
        http().loseAnswers();
        assertThatThrownBy(call).isInstanceOf(FarEndUnavailable.class);
    }

    @Test
    @DisplayName("HS-6 no reason shows the credential")
    default void hs6_reasons_show_no_credential() throws Exception {
        ThrowingCallable call = call();
        for (int status : new int[] {400, 401, 429, 500}) {
            http().answerAlways(Answer.json(status, "{\"message\":\"bad key %s\"}".formatted(secret())));

            assertThat(catchThrowable(call)).hasMessageMatching("(?s).{1,500}").hasMessageNotContaining(secret());
        }
    }
}
