package io.bilet.spi.testkit;

import static io.bilet.spi.testkit.Requests.TIMEOUT;
import static io.bilet.spi.testkit.Requests.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.customer.ActionOutcome;
import io.bilet.spi.customer.ActionPlan;
import io.bilet.spi.customer.ActionRequest;
import io.bilet.spi.customer.Customer;
import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.customer.InputField;
import java.time.Duration;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promises of {@link CustomerAction}. A partner implements this interface in a test class, supplies an action and
 * the far end it talks to, and inherits the tests.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
@ExtendWith(RuleTable.class)
public interface CustomerActionContract {

    /** The action of a started plugin that talks to {@link #farEnd()}; the same one for the length of a test. */
    CustomerAction action() throws Exception;

    /** The far end, under the test's control; fresh for each test. */
    ActionFarEnd farEnd();

    /** How long the action has in CA-10. */
    default Duration timeout() {
        return Duration.ofSeconds(1);
    }

    /** A far end where something can be done. */
    interface ActionFarEnd extends FarEnd {

        /** For whom it can be done. */
        Customer customer();

        /** Input with which it can be done. */
        Map<String, String> possible();

        /** Input with which it will never be done. */
        Map<String, String> impossible();

        /** How often something was changed there. */
        int effects();
    }

    @Test
    @DisplayName("CA-1 the name is short, plain and stays the same")
    default void ca1_name_is_plain_and_stable() throws Exception {
        assertThat(action().name()).matches(Names.FIELD).isEqualTo(action().name());
        assertThat(action().title()).isNotBlank().hasSizeLessThanOrEqualTo(80);
    }

    @Test
    @DisplayName("CA-2 the fields have different names in their shape")
    default void ca2_fields_are_plain() throws Exception {
        assertThat(action().fields()).hasSizeLessThanOrEqualTo(20).isEqualTo(action().fields());
        assertThat(action().fields()).extracting(InputField::name).doesNotHaveDuplicates();
        assertThat(action().fields()).allSatisfy(field -> {
            assertThat(field.name()).matches(Names.FIELD);
            assertThat(field.description()).isNotBlank().hasSizeLessThanOrEqualTo(300);
            assertThat(field.choices().isEmpty()).isEqualTo(field.kind() != InputField.Kind.CHOICE);
        });
    }

    @Test
    @DisplayName("CA-3 a dry run changes nothing")
    default void ca3_rehearsing_changes_nothing() throws Exception {
        assertThat(action().rehearse(possible("act-1"))).isInstanceOf(ActionPlan.Possible.class);

        assertThat(farEnd().effects()).isZero();
    }

    @Test
    @DisplayName("CA-4 a run has its effect once and names it")
    default void ca4_running_has_one_effect() throws Exception {
        ActionOutcome.Done done = (ActionOutcome.Done) action().run(possible("act-1"));

        assertThat(done.reference()).matches("[\\x21-\\x7e]{1,200}");
        assertThat(farEnd().effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("CA-5 the same act again has no further effect and the same reference")
    default void ca5_same_act_again_has_no_further_effect() throws Exception {
        ActionOutcome first = action().run(possible("act-1"));
        ActionOutcome second = action().run(possible("act-1"));

        assertThat(farEnd().effects()).isEqualTo(1);
        assertThat(((ActionOutcome.Done) second).reference()).isEqualTo(((ActionOutcome.Done) first).reference());
    }

    @Test
    @DisplayName("CA-6 what will never be done is refused in words and without effect")
    default void ca6_impossible_is_refused() throws Exception {
        ActionRequest request = act("act-1", farEnd().customer(), farEnd().impossible(), TIMEOUT);

        assertThat(action().rehearse(request)).isInstanceOf(ActionPlan.Impossible.class);
        assertThat(action().run(request)).isInstanceOf(ActionOutcome.Refused.class);
        assertThat(farEnd().effects()).isZero();
    }

    @Test
    @DisplayName("CA-7 a far end that is down is unavailable, and the act succeeds when it is back")
    default void ca7_far_end_down_is_unavailable() throws Exception {
        CustomerAction action = action();
        farEnd().goDown();
        assertThatThrownBy(() -> action.run(possible("act-1"))).isInstanceOf(FarEndUnavailable.class);

        farEnd().comeBack();
        assertThat(action.run(possible("act-1"))).isInstanceOf(ActionOutcome.Done.class);

        assertThat(farEnd().effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("CA-8 an act whose answer was lost is not done twice")
    default void ca8_lost_answer_does_not_double() throws Exception {
        CustomerAction action = action();
        farEnd().loseAnswers();
        assertThatThrownBy(() -> action.run(possible("act-1"))).isInstanceOf(FarEndUnavailable.class);

        farEnd().comeBack();
        action.run(possible("act-1"));

        assertThat(farEnd().effects()).isEqualTo(1);
    }

    @Test
    @DisplayName("CA-9 credentials that are not accepted are reported as a refusal")
    default void ca9_refused_credentials_are_a_refusal() throws Exception {
        CustomerAction action = action();
        farEnd().refuseCredentials();

        assertThatThrownBy(() -> action.run(possible("act-1"))).isInstanceOf(FarEndRefused.class);
    }

    @Test
    @DisplayName("CA-10 a far end that hangs holds the action no longer than the time-out and a second")
    default void ca10_hanging_far_end_is_left() throws Exception {
        CustomerAction action = action();
        farEnd().hang();

        Deadline.endsWithin(
                timeout(), () -> action.run(act("act-1", farEnd().customer(), farEnd().possible(), timeout())));
    }

    private ActionRequest possible(String id) {
        return act(id, farEnd().customer(), farEnd().possible(), TIMEOUT);
    }
}
