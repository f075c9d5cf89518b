package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.translation.MachineTranslator;
import io.bilet.spi.translation.Translation;
import io.bilet.spi.translation.TranslationRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MachineTranslatorContractTest {

    @Test
    void an_honest_translator_passes_every_rule() {
        assertThat(broken(Sabotage.NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_saboteur_fails_the_rule_it_breaks_and_no_other(String rule) {
        assertThat(broken(rule)).containsExactly(rule);
    }

    static Stream<String> rules() {
        return Sabotage.rules(MachineTranslatorContract.class);
    }

    private static List<String> broken(String sabotage) {
        return Sabotage.rulesBroken(MachineTranslatorContract.class, () -> new Subject(new Echo(sabotage)));
    }

    private record Subject(Echo echo) implements MachineTranslatorContract {

        @Override
        public MachineTranslator translator() {
            return echo;
        }

        @Override
        public TranslationFarEnd farEnd() {
            return echo;
        }

        @Override
        public Duration timeout() {
            return Duration.ofMillis(50);
        }
    }

    /** A valley that calls back in capitals what is not in angle brackets. */
    private static final class Echo extends Village
            implements MachineTranslator, MachineTranslatorContract.TranslationFarEnd {

        private boolean hoarse;
        private long counted;
        private int calls;

        Echo(String sabotage) {
            super(sabotage);
        }

        @Override
        public String name() {
            return breaks("mt1") ? "Echo " + calls++ : "echo";
        }

        @Override
        public Translation translate(TranslationRequest request) throws FarEndUnavailable, FarEndRefused {
            visit("mt6", "mt7", "mt10");
            if (hoarse) {
                if (breaks("mt8")) {
                    throw new FarEndUnavailable("It is hoarse.");
                }
                throw new FarEndRefused("It is hoarse.");
            }
            if (!request.to().equals(to())) {
                if (breaks("mt5")) {
                    throw new FarEndRefused("What language is that?");
                }
                return new Translation.NotPossible("What language is that?");
            }
            counted += request.text().length();
            String from = breaks("mt2") ? "en" : from();
            return new Translation.Translated(said(request), from, breaks("mt9") ? 0 : counted);
        }

        private String said(TranslationRequest request) {
            String said = request.html() && !breaks("mt3") ? capitals(request.text()) : shout(request.text());
            if (!breaks("mt4")) {
                for (Map.Entry<String, String> word : request.glossary().entrySet()) {
                    said = said.replace(shout(word.getKey()), word.getValue());
                }
            }
            return said;
        }

        private static String capitals(String html) {
            StringBuilder said = new StringBuilder();
            for (String part : html.split("(?<=>)|(?=<)", -1)) {
                said.append(part.startsWith("<") ? part : shout(part));
            }
            return said.toString();
        }

        private static String shout(String text) {
            return text.toUpperCase(Locale.ROOT);
        }

        @Override
        public String from() {
            return "tr";
        }

        @Override
        public String to() {
            return "en";
        }

        @Override
        public String text() {
            return "bozuk geldi kutu";
        }

        @Override
        public String word() {
            return "kutu";
        }

        @Override
        public void useUpQuota() {
            hoarse = true;
        }

        @Override
        public long counted() {
            return counted;
        }
    }
}
