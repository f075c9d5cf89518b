package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.customer.ActionOutcome;
import io.bilet.spi.customer.ActionPlan;
import io.bilet.spi.customer.ActionRequest;
import io.bilet.spi.customer.Customer;
import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.customer.InputField;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerActionContractTest {

    @Test
    void an_honest_action_passes_every_rule() {
        assertThat(broken(Sabotage.NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_saboteur_fails_the_rule_it_breaks_and_no_other(String rule) {
        assertThat(broken(rule)).containsExactly(rule);
    }

    static Stream<String> rules() {
        return Sabotage.rules(CustomerActionContract.class);
    }

    private static List<String> broken(String sabotage) {
        return Sabotage.rulesBroken(CustomerActionContract.class, () -> new Subject(new Baker(sabotage)));
    }

    private record Subject(Baker baker) implements CustomerActionContract {

        @Override
        public CustomerAction action() {
            return baker;
        }

        @Override
        public ActionFarEnd farEnd() {
            return baker;
        }

        @Override
        public Duration timeout() {
            return Duration.ofMillis(50);
        }
    }

    /** Bakes a cake for a customer, and never more than three tiers high. */
    private static final class Baker extends Village implements CustomerAction, CustomerActionContract.ActionFarEnd {

        private final Map<String, String> cakes = new HashMap<>();
        private boolean losesAnswers;
        private int baked;
        private int calls;

        Baker(String sabotage) {
            super(sabotage);
        }

        @Override
        public String name() {
            return breaks("ca1") ? "Bake " + calls++ : "bake";
        }

        @Override
        public String title() {
            return "Bake a cake";
        }

        @Override
        public List<InputField> fields() {
            InputField.Kind kind = breaks("ca2") ? InputField.Kind.CHOICE : InputField.Kind.WHOLE_NUMBER;
            return List.of(InputField.required("tiers", kind, "How high it is."));
        }

        @Override
        public ActionPlan rehearse(ActionRequest request) throws FarEndUnavailable, FarEndRefused {
            visit("ca7", "ca9", "ca10");
            if (breaks("ca3") && !isTooHigh(request)) {
                baked++;
            }
            return isTooHigh(request)
                    ? new ActionPlan.Impossible("It would fall over.")
                    : new ActionPlan.Possible("A cake would be baked.", Optional.empty());
        }

        @Override
        public synchronized ActionOutcome run(ActionRequest request) throws FarEndUnavailable, FarEndRefused {
            visit("ca7", "ca9", "ca10");
            if (isTooHigh(request)) {
                if (breaks("ca6")) {
                    throw new FarEndRefused("It would fall over.");
                }
                return new ActionOutcome.Refused("It would fall over.");
            }
            if (!cakes.containsKey(request.id())) {
                baked++;
                if (!losesAnswers || !breaks("ca8")) {
                    cakes.put(request.id(), "cake-" + baked);
                }
            } else if (breaks("ca5") && !losesAnswers) {
                return new ActionOutcome.Done("another", "A cake was baked.");
            }
            if (losesAnswers) {
                throw new FarEndUnavailable("The wind took the words.");
            }
            String reference = breaks("ca4") ? "no name" : cakes.get(request.id());
            return new ActionOutcome.Done(reference, "A cake was baked.");
        }

        private static boolean isTooHigh(ActionRequest request) {
            return Integer.parseInt(request.input().get("tiers")) > 3;
        }

        @Override
        public Customer customer() {
            return Requests.customer("Ann", "ann@village.test");
        }

        @Override
        public Map<String, String> possible() {
            return Map.of("tiers", "2");
        }

        @Override
        public Map<String, String> impossible() {
            return Map.of("tiers", "40");
        }

        @Override
        public int effects() {
            return baked;
        }

        @Override
        public void loseAnswers() {
            losesAnswers = true;
        }

        @Override
        public void comeBack() {
            super.comeBack();
            losesAnswers = false;
        }
    }
}
