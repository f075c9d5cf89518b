package io.bilet.plugins.crmhubspot;

import static io.bilet.spi.testkit.Requests.TIMEOUT;
import static io.bilet.spi.testkit.Requests.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.customer.ActionOutcome;
import io.bilet.spi.customer.ActionPlan;
import io.bilet.spi.customer.CustomerAction;
import io.bilet.spi.testkit.CustomerActionContract;
import io.bilet.spi.testkit.Requests;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrollInWorkflowTest implements CustomerActionContract {

    private final LocalHubspot hubspot = new LocalHubspot();
    private final CustomerAction action =
            HubspotFactsTest.started(hubspot).customerActions().get(0);

    @AfterEach
    void close() {
        hubspot.close();
    }

    @Test
    void a_dry_run_names_the_workflow() throws Exception {
        assertThat(action.rehearse(act("act-1", hubspot.customer(), hubspot.possible(), TIMEOUT)))
                .isInstanceOfSatisfying(ActionPlan.Possible.class, plan -> assertThat(plan.summary())
                        .contains("Welcome back"));
    }

    @Test
    void a_stranger_and_a_workflow_that_is_not_there_are_refused_in_words() throws Exception {
        assertThat(action.run(act("act-1", Requests.customer("Bob", "bob@example.org"), hubspot.possible(), TIMEOUT)))
                .isEqualTo(new ActionOutcome.Refused("HubSpot does not know this customer."));
        assertThat(action.run(act("act-2", hubspot.customer(), Map.of("workflow_id", "99"), TIMEOUT)))
                .isEqualTo(new ActionOutcome.Refused("HubSpot has no workflow with this number."));
    }

    @Override
    public CustomerAction action() {
        return action;
    }

    @Override
    public ActionFarEnd farEnd() {
        return hubspot;
    }
}
