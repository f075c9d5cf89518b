package io.bilet.spi.testkit;

import static io.bilet.spi.testkit.Requests.TIMEOUT;
import static io.bilet.spi.testkit.Requests.about;
import static io.bilet.spi.testkit.Requests.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.customer.Customer;
import io.bilet.spi.customer.CustomerFacts;
import io.bilet.spi.customer.Fact;
import io.bilet.spi.customer.FactSheet;
import io.bilet.spi.customer.FactType;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promises of {@link CustomerFacts}. A partner implements this interface in a test class, supplies a source and the
 * far end it talks to, and inherits the tests.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
@ExtendWith(RuleTable.class)
public interface CustomerFactsContract {

    /** The source of a started plugin that talks to {@link #farEnd()}; the same one for the length of a test. */
    CustomerFacts facts() throws Exception;

    /** The far end, under the test's control; fresh for each test. */
    FactsFarEnd farEnd();

    /** How long the source has in CF-8. */
    default Duration timeout() {
        return Duration.ofSeconds(1);
    }

    /** A far end that knows customers. */
    interface FactsFarEnd extends FarEnd {

        /** A customer it knows, with facts. */
        Customer known();

        /** How often something was changed there. */
        int changes();
    }

    @Test
    @DisplayName("CF-1 the name is short, plain and stays the same")
    default void cf1_name_is_plain_and_stable() throws Exception {
        Names.isPlainAndStable(facts()::name);
    }

    @Test
    @DisplayName("CF-2 the types have different names in their shape and stay the same")
    default void cf2_types_are_plain_and_stable() throws Exception {
        assertThat(facts().types()).hasSizeBetween(1, 64).isEqualTo(facts().types());
        assertThat(facts().types()).extracting(FactType::name).doesNotHaveDuplicates();
        assertThat(facts().types()).allSatisfy(type -> {
            assertThat(type.name()).matches(Names.FIELD);
            assertThat(type.description()).isNotBlank().hasSizeLessThanOrEqualTo(300);
        });
    }

    @Test
    @DisplayName("CF-3 each fact is of a known type, of its kind, and comes once")
    default void cf3_facts_are_of_their_types() throws Exception {
        Map<String, FactType> types =
                facts().types().stream().collect(Collectors.toMap(FactType::name, Function.identity(), (a, b) -> a));

        FactSheet.Known sheet = (FactSheet.Known) facts().look(about(farEnd().known(), TIMEOUT));

        assertThat(sheet.reference()).matches("[\\x21-\\x7e]{1,100}");
        assertThat(sheet.facts()).isNotEmpty().extracting(Fact::name).doesNotHaveDuplicates();
        assertThat(sheet.facts())
                .allMatch(fact -> types.containsKey(fact.name())
                        && types.get(fact.name()).kind().fits(fact.value()));
    }

    @Test
    @DisplayName("CF-4 a customer whom the far end does not know is said to be unknown")
    default void cf4_unknown_customer_is_unknown() throws Exception {
        assertThat(facts().look(about(customer("Nobody", "nobody@nowhere.test"), TIMEOUT)))
                .isInstanceOf(FactSheet.Unknown.class);
        assertThat(facts().look(about(customer("Nobody"), TIMEOUT))).isInstanceOf(FactSheet.Unknown.class);
    }

    @Test
    @DisplayName("CF-5 a far end that is down is reported as unavailable")
    default void cf5_far_end_down_is_unavailable() throws Exception {
        CustomerFacts facts = facts();
        farEnd().goDown();

        assertThatThrownBy(() -> facts.look(about(farEnd().known(), TIMEOUT))).isInstanceOf(FarEndUnavailable.class);
    }

    @Test
    @DisplayName("CF-6 credentials that are not accepted are reported as a refusal")
    default void cf6_refused_credentials_are_a_refusal() throws Exception {
        CustomerFacts facts = facts();
        farEnd().refuseCredentials();

        assertThatThrownBy(() -> facts.look(about(farEnd().known(), TIMEOUT))).isInstanceOf(FarEndRefused.class);
    }

    @Test
    @DisplayName("CF-7 looking changes nothing")
    default void cf7_looking_changes_nothing() throws Exception {
        facts().look(about(farEnd().known(), TIMEOUT));

        assertThat(farEnd().changes()).isZero();
    }

    @Test
    @DisplayName("CF-8 a far end that hangs holds the source no longer than the time-out and a second")
    default void cf8_hanging_far_end_is_left() throws Exception {
        CustomerFacts facts = facts();
        farEnd().hang();

        Deadline.endsWithin(timeout(), () -> facts.look(about(farEnd().known(), timeout())));
    }

    @Test
    @DisplayName("CF-9 questions come from several threads at once")
    default void cf9_many_threads_at_once() throws Exception {
        CustomerFacts facts = facts();
        Callable<FactSheet> question = () -> facts.look(about(farEnd().known(), TIMEOUT));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (Future<FactSheet> answer : pool.invokeAll(Collections.nCopies(40, question), 30, TimeUnit.SECONDS)) {
                assertThat(answer.get()).isInstanceOf(FactSheet.Known.class);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
