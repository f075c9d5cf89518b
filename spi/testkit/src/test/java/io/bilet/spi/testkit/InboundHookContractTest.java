package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.hook.HookAnswer;
import io.bilet.spi.hook.HookCall;
import io.bilet.spi.hook.HookNews;
import io.bilet.spi.hook.InboundHook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InboundHookContractTest {

    @Test
    void an_honest_hook_passes_every_rule() {
        assertThat(broken(Sabotage.NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_saboteur_fails_the_rule_it_breaks_and_no_other(String rule) {
        assertThat(broken(rule)).containsExactly(rule);
    }

    static Stream<String> rules() {
        return Sabotage.rules(InboundHookContract.class);
    }

    private static List<String> broken(String sabotage) {
        return Sabotage.rulesBroken(InboundHookContract.class, () -> new Subject(new Doorbell(sabotage)));
    }

    private record Subject(Doorbell doorbell) implements InboundHookContract {

        @Override
        public InboundHook hook() {
            return doorbell;
        }

        @Override
        public Caller caller() {
            return new Postman();
        }
    }

    /** Rings with a sign that it is he: the length of what he brings, and the time. */
    private record Postman() implements InboundHookContract.Caller {

        @Override
        public String concerning() {
            return "moved:ann@village.test";
        }

        @Override
        public String notConcerning() {
            return "weather:rain";
        }

        @Override
        public HookCall signed(String body, Instant at) {
            return call(body, at, body.length());
        }

        @Override
        public HookCall forged(String body, Instant at) {
            return call(body, at, body.length() + 1);
        }

        @Override
        public HookCall unsigned(String body) {
            return Requests.hookCall(Map.of(), body, Duration.ofMillis(50));
        }

        private static HookCall call(String body, Instant at, int sign) {
            return Requests.hookCall(Map.of("Sign", sign + " " + at), body, Duration.ofMillis(50));
        }
    }

    private static final class Doorbell implements InboundHook {

        private final String sabotage;
        private int calls;

        Doorbell(String sabotage) {
            this.sabotage = sabotage;
        }

        @Override
        public String name() {
            return sabotage.equals("ih1") ? "Bell " + calls++ : "bell";
        }

        @Override
        public HookAnswer take(HookCall call) {
            hold();
            String[] sign =
                    call.header("Sign").orElse("-1 " + FakePluginContext.NOW).split(" ", 2);
            if (!sign[0].equals(String.valueOf(call.body().length())) && !sabotage.equals("ih3")) {
                return new HookAnswer.Refused(401, "Who is there?");
            }
            if (Instant.parse(sign[1]).isBefore(FakePluginContext.NOW.minusSeconds(300)) && !sabotage.equals("ih4")) {
                return new HookAnswer.Refused(401, "That is an old letter.");
            }
            String[] words = call.body().split(":", 2);
            if (!List.of("moved", "weather").contains(words[0])) {
                return new HookAnswer.Refused(sabotage.equals("ih6") ? 500 : 400, "That is no letter.");
            }
            boolean concerns = words[0].equals("moved") != sabotage.equals("ih2") || sabotage.equals("ih7");
            List<HookNews> news =
                    concerns && !(sabotage.equals("ih2")) ? List.of(new HookNews.CustomerChanged(words[1])) : List.of();
            String id = sabotage.equals("ih5") ? "letter-" + calls++ : call.body();
            return new HookAnswer.Taken(id, "text/plain", "", news);
        }

        private void hold() {
            long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
            boolean timed = Thread.currentThread().isDaemon(); // only where somebody looks at the clock
            while (sabotage.equals("ih8") && timed && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }
}
