package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.audit.AuditEntry;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionQueries;
import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.StoredJson;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.sla.policy.SlaPolicyAdmin;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the warnings of a policy do, each once. */
class SlaActionsIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId toner = company.group();
    private final GroupId power = company.group();
    private final UserId mira = company.agent(toner, 5, Presence.ONLINE);
    private final UserId noor = company.agent(power, 5, Presence.ONLINE);
    private final String name = "Acting " + UUID.randomUUID();

    @Test
    void a_warning_tells_tags_raises_and_escalates_once_and_says_why() {
        TicketId ticket = heldByMira("""
                {"percent": 50, "actions": {"notify": ["owner"], "tags": ["at-risk"], "priority": "high",
                 "group_id": "%s"}}""".formatted(power));
        desk.turnBy(Duration.ofMinutes(31));

        look();
        desk.turnBy(Duration.ofMinutes(1));
        look();

        Ticket after = desk.ticket(ticket);
        assertThat(after.description().tags()).containsExactly("at-risk");
        assertThat(after.description().priority()).isEqualTo(TicketPriority.HIGH);
        assertThat(after.ownership().group()).contains(power);
        assertThat(after.ownership().assignee()).as("found by routing").contains(noor);
        assertThat(desk.record(ticket))
                .extracting(AuditEntry::type)
                .containsOnlyOnce("ticket.sla_warned", "ticket.sla_notified");
        assertThat(acted(ticket)).singleElement().satisfies(decision -> {
            assertThat(decision.outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(decision.effects())
                    .extracting(Effect::field)
                    .containsExactly("notified", "tags", "priority", "group_id");
        });
        assertThat(desk.record(ticket).stream()
                        .filter(entry -> entry.type().equals("ticket.sla_notified"))
                        .map(entry -> entry.data().getJsonArray("user_ids").getString(0)))
                .containsExactly(mira.toString());
    }

    @Test
    void what_should_have_happened_during_downtime_happens_once() {
        TicketId ticket = heldByMira("""
                {"percent": 50, "actions": {"tags": ["half"]}}, {"percent": 80, "actions": {"tags": ["late"]}}""");
        desk.turnBy(Duration.ofHours(5));

        look();
        look();

        assertThat(desk.ticket(ticket).description().tags()).containsExactly("half", "late");
        assertThat(acted(ticket)).hasSize(2);
        assertThat(desk.record(ticket))
                .extracting(AuditEntry::type)
                .containsOnlyOnce("ticket.sla_breached")
                .doesNotContain("ticket.sla_warned");
    }

    @Test
    void an_owner_who_does_not_come_to_it_gives_it_up() {
        UserId idle = company.agent(toner, 5, Presence.ONLINE);
        TicketId ticket = heldByMira("""
                {"before": "PT10M", "actions": {"reassign": true}}""");
        desk.turnBy(Duration.ofMinutes(51));

        look();

        assertThat(desk.ticket(ticket).ownership().assignee()).contains(idle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"percent\": 50, \"actions\": {\"group_id\": \"grp_0198c0ffee0070008000000000000099\"}}",
                "{\"percent\": 50, \"actions\": {\"notify\": [\"usr_0198c0ffee0070008000000000000099\"]}}",
                "{\"percent\": 50, \"actions\": {\"reassign\": false}}",
                "{\"percent\": 50, \"actions\": {\"tags\": [\"Not A Tag!\"]}}",
            })
    void actions_about_nobody_are_refused(String warning) {
        assertThatThrownBy(() -> promise(warning)).isInstanceOf(InvalidInput.class);
    }

    private TicketId heldByMira(String warnings) {
        promise(warnings);
        TicketId ticket = desk.opened(name, TicketPriority.NORMAL);
        desk.given(ticket, toner, mira);
        return ticket;
    }

    private void promise(String warnings) {
        var terms = StoredJson.readObject("""
                {"condition": {"field": "ticket.subject", "operator": "is", "value": "%s"},
                 "targets": [{"metric": "first_reply_time", "priority": "normal", "target": "PT1H"},
                             {"metric": "first_reply_time", "priority": "high", "target": "PT1H"}],
                 "warnings": [%s]}
                """.formatted(name, warnings));
        desk.bean(SlaPolicyAdmin.class).create(new SlaPolicyAdmin.Draft(name, 1, true, terms));
    }

    private void look() {
        Node.of(desk, desk.bean(SlaTimer.class)).run();
    }

    /** The decisions of warnings, as opposed to the one about the policy. */
    private List<Decision> acted(TicketId ticket) {
        return TestDatabase.inNewTransaction(
                        () -> desk.bean(DecisionQueries.class).of(ticket.value(), new UUID(0, 0), 100))
                .stream()
                .filter(decision ->
                        decision.evaluation() != null && decision.evaluation().containsKey("warning"))
                .toList();
    }
}
