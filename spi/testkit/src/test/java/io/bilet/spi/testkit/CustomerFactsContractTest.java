package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.customer.Customer;
import io.bilet.spi.customer.CustomerFacts;
import io.bilet.spi.customer.Fact;
import io.bilet.spi.customer.FactRequest;
import io.bilet.spi.customer.FactSheet;
import io.bilet.spi.customer.FactType;
import io.bilet.spi.customer.FactValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerFactsContractTest {

    @Test
    void an_honest_source_passes_every_rule() {
        assertThat(broken(Sabotage.NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_saboteur_fails_the_rule_it_breaks_and_no_other(String rule) {
        assertThat(broken(rule)).containsExactly(rule);
    }

    static Stream<String> rules() {
        return Sabotage.rules(CustomerFactsContract.class);
    }

    private static List<String> broken(String sabotage) {
        return Sabotage.rulesBroken(CustomerFactsContract.class, () -> new Subject(new Gossip(sabotage)));
    }

    private record Subject(Gossip gossip) implements CustomerFactsContract {

        @Override
        public CustomerFacts facts() {
            return gossip;
        }

        @Override
        public FactsFarEnd farEnd() {
            return gossip;
        }

        @Override
        public Duration timeout() {
            return Duration.ofMillis(50);
        }
    }

    /** What is told in the village about Ann, who keeps goats. */
    private static final class Gossip extends Village implements CustomerFacts, CustomerFactsContract.FactsFarEnd {

        private static final String ANN = "ann@village.test";

        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicInteger changes = new AtomicInteger();
        private final AtomicBoolean talking = new AtomicBoolean();

        Gossip(String sabotage) {
            super(sabotage);
        }

        @Override
        public String name() {
            return breaks("cf1") ? "Gossip " + calls.incrementAndGet() : "gossip";
        }

        @Override
        public List<FactType> types() {
            FactType goats = new FactType("goats", FactType.Kind.NUMBER, "How many goats they keep.");
            return breaks("cf2") ? List.of(goats, goats) : List.of(goats);
        }

        @Override
        public FactSheet look(FactRequest request) throws FarEndUnavailable, FarEndRefused {
            visit("cf5", "cf6", "cf8");
            if (breaks("cf9")) {
                talkAlone();
            }
            if (breaks("cf7")) {
                changes.incrementAndGet();
            }
            if (!request.customer().emailAddresses().contains(ANN)) {
                if (breaks("cf4")) {
                    throw new FarEndRefused("Who is that?");
                }
                return new FactSheet.Unknown();
            }
            FactValue goats = breaks("cf3") ? new FactValue.Text("a few") : new FactValue.Quantity(BigDecimal.TEN);
            return new FactSheet.Known("ann", Optional.empty(), List.of(new Fact("goats", goats)));
        }

        private void talkAlone() throws FarEndUnavailable {
            if (!talking.compareAndSet(false, true)) {
                throw new FarEndUnavailable("Somebody else talks.");
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                talking.set(false);
            }
        }

        @Override
        public Customer known() {
            return Requests.customer("Ann", ANN);
        }

        @Override
        public int changes() {
            return changes.get();
        }
    }
}
