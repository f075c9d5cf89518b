package io.bilet.flow;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.StoredJson;
import io.bilet.routing.rule.RoutingRule;
import io.bilet.routing.rule.RoutingRuleAdmin;
import io.bilet.routing.rule.RoutingRuleAdmin.Draft;
import io.bilet.routing.rule.RoutingRuleId;
import io.bilet.sla.SlaDesk;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why a rule did nothing. */
class InquiryIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final String subject = "Invoice " + UUID.randomUUID();
    private final RoutingRule rule = desk.bean(RoutingRuleAdmin.class)
            .create(new Draft(
                    subject,
                    null,
                    true,
                    StoredJson.readObject("""
                            {"all": [{"field": "ticket.subject", "operator": "is", "value": "%s"},
                                     {"field": "ticket.priority", "operator": "is", "value": "urgent"},
                                     {"field": "ticket.channel", "operator": "is", "value": "email"}]}
                            """.formatted(subject)),
                    StoredJson.readObject("{\"tags\": [\"billing\"]}")));

    @BeforeEach
    void theNodeKnowsIt() {
        LockSupport.parkNanos(Duration.ofMillis(600).toNanos()); // the stamp is looked at twice a second
    }

    /** Rules act on every ticket, also on those of other tests. */
    @AfterEach
    void removeIt() {
        desk.bean(RoutingRuleAdmin.class).remove(rule.id(), Optional.empty());
    }

    @Test
    void a_rule_that_did_not_hold_is_told_check_by_check() {
        TicketId ticket = desk.opened(subject, TicketPriority.NORMAL);

        JsonObject judged = about(ticket, rule.id());

        assertThat(judged.getBoolean("result")).isFalse();
        List<JsonObject> checks = judged.getJsonArray("children").getValuesAs(JsonObject.class);
        assertThat(checks.get(0).getBoolean("result")).isTrue();
        assertThat(checks.get(1).getString("field")).isEqualTo("ticket.priority");
        assertThat(checks.get(1).getString("value")).isEqualTo("urgent");
        assertThat(checks.get(1).getString("actual")).isEqualTo("normal");
        assertThat(checks.get(1).getBoolean("result")).isFalse();
        assertThat(checks.get(2).isNull("result")).as("settled before").isTrue();
        assertThat(desk.ticket(ticket).description().tags())
                .as("to ask changes nothing")
                .isEmpty();
    }

    @Test
    void one_that_holds_says_so_one_that_is_switched_off_too_and_one_there_is_not_is_refused() {
        TicketId ticket = desk.opened(subject, TicketPriority.URGENT);
        assertThat(about(ticket, rule.id()).getBoolean("result")).isTrue();

        desk.bean(RoutingRuleAdmin.class).update(rule.id(), Optional.empty(), new Draft(null, null, false, null, null));
        theNodeKnowsIt();

        assertThat(about(ticket, rule.id()).getString("field")).isEqualTo("rule.active");
        assertThat(about(ticket, rule.id()).getBoolean("result")).isFalse();
        assertThatThrownBy(() -> about(ticket, RoutingRuleId.next())).isInstanceOf(InvalidInput.class);
    }

    private JsonObject about(TicketId ticket, RoutingRuleId asked) {
        return inNewTransaction(() -> desk.bean(Inquiry.class).about(desk.ticket(ticket), asked));
    }
}
