package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.hook.HookAnswer;
import io.bilet.spi.hook.HookCall;
import io.bilet.spi.lookup.FoundMessage;
import io.bilet.spi.lookup.LookupBot;
import io.bilet.spi.lookup.LookupDesk;
import io.bilet.spi.lookup.UnknownAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LookupBotContractTest {

    private static final String AGENT = "mira@example.org";

    @Test
    void an_honest_bot_passes_every_rule() {
        assertThat(broken(Sabotage.NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_saboteur_fails_the_rule_it_breaks_and_no_other(String rule) {
        assertThat(broken(rule)).containsExactly(rule);
    }

    static Stream<String> rules() {
        return Sabotage.rules(LookupBotContract.class);
    }

    private static List<String> broken(String sabotage) {
        return Sabotage.rulesBroken(
                LookupBotContract.class, () -> new Subject(new Parrot(sabotage), new FakeDesk(AGENT)));
    }

    private record Subject(Parrot bot, FakeDesk desk) implements LookupBotContract {

        @Override
        public ChatTool chat() {
            return new Tavern();
        }
    }

    /** Where people ask: who, when, and a sign. */
    private record Tavern() implements LookupBotContract.ChatTool {

        @Override
        public String agentAddress() {
            return AGENT;
        }

        @Override
        public HookCall question(String words, Instant at) {
            return call(words, AGENT, "genuine", at);
        }

        @Override
        public HookCall strangersQuestion(String words) {
            return call(words, "stranger@example.org", "genuine", FakePluginContext.NOW);
        }

        @Override
        public HookCall forged(String words) {
            return call(words, AGENT, "forged", FakePluginContext.NOW);
        }

        private static HookCall call(String words, String who, String sign, Instant at) {
            return Requests.hookCall(
                    Map.of("Who", who, "Sign", sign, "At", at.toString()), words, Duration.ofMillis(200));
        }
    }

    private static final class Parrot implements LookupBot {

        private final String sabotage;
        private int calls;

        Parrot(String sabotage) {
            this.sabotage = sabotage;
        }

        @Override
        public String name() {
            return breaks("lb1") ? "Parrot " + calls++ : "parrot";
        }

        @Override
        public HookAnswer ask(HookCall call, LookupDesk desk) throws Exception {
            if (breaks("lb9") && Thread.currentThread().isDaemon()) { // only where somebody looks at the clock
                spin();
            }
            boolean genuine = call.header("Sign").orElse("").equals("genuine") || breaks("lb3");
            Instant at = Instant.parse(call.header("At").orElseThrow());
            boolean fresh = at.isAfter(FakePluginContext.NOW.minusSeconds(300)) || breaks("lb4");
            if (!genuine || !fresh) {
                return new HookAnswer.Refused(401, "Who is there?");
            }
            String words = breaks("lb5") ? call.body() : call.body().strip();
            if (words.isBlank()) {
                return said(breaks("lb7") ? "" : "Say a name.");
            }
            return said(answer(desk, call.header("Who").orElseThrow(), words));
        }

        private String answer(LookupDesk desk, String who, String words) throws UnknownAgent {
            try {
                List<FoundMessage> found = desk.latest(who, words);
                return found.isEmpty() && !breaks("lb6")
                        ? "Nothing."
                        : found.stream().map(this::line).collect(Collectors.joining("\n"));
            } catch (UnknownAgent e) {
                if (breaks("lb6")) {
                    throw e;
                }
                return "I do not know you.";
            }
        }

        private String line(FoundMessage message) {
            String link = breaks("lb2") ? "" : message.link().toString();
            String words = "%d %s %s %s"
                    .formatted(message.ticketNumber(), message.subject(), message.author(), message.excerpt());
            return (breaks("lb8") ? words : words.replace("<", "&lt;")) + " " + link;
        }

        private static void spin() {
            long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }

        private boolean breaks(String rule) {
            return sabotage.equals(rule);
        }

        private static HookAnswer said(String text) {
            return new HookAnswer.Taken("question", "text/plain", text, List.of());
        }
    }
}
