package io.bilet.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.escalation.Demand;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.json.StoredJson;
import io.bilet.routing.Company;
import io.bilet.sla.ClockCause;
import io.bilet.sla.ClockState;
import io.bilet.sla.SlaClock;
import io.bilet.sla.SlaDesk;
import io.bilet.sla.policy.SlaMetric;
import io.bilet.sla.policy.SlaPolicyAdmin;
import io.bilet.testing.Beans;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Those who are asked for help answer for their time, and an internal note is an answer. */
class ExpertAnswerIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId first = company.group(1);
    private final GroupId above = company.group(3);
    private final UserId mira = company.agent(first, 5, Presence.ONLINE);
    private final UserId noor = company.agent(above, 5, Presence.ONLINE);
    private final String name = "Experts " + UUID.randomUUID();

    @Test
    void an_internal_note_answers_a_question_to_a_higher_tier_and_nobody_elses_clock() {
        promiseAnAnswerOfExperts();
        TicketId ticket = desk.opened(name, TicketPriority.NORMAL);
        desk.given(ticket, first, mira);
        note(mira, first, ticket);
        desk.turnBy(Duration.ofMinutes(10));
        Demand up = new Demand(Optional.empty(), Optional.of(above), "Firmware.", "Another cable.", null);
        desk.bean(EscalationFlow.class).escalate(caller(mira, first), ticket, Optional.empty(), up);
        assertThat(clock(ticket, SlaMetric.EXPERT_ANSWER_TIME).state())
                .as("what was noted before is no answer")
                .isEqualTo(ClockState.RUNNING);
        desk.turnBy(Duration.ofMinutes(40));

        note(noor, above, ticket);

        SlaClock asked = clock(ticket, SlaMetric.EXPERT_ANSWER_TIME);
        assertThat(asked.state()).isEqualTo(ClockState.FULFILLED);
        assertThat(asked.endCause()).contains(ClockCause.EXPERTS_ANSWERED);
        assertThat(asked.elapsedAt(MONDAY_NINE.plus(Duration.ofDays(1))).calendar())
                .isEqualTo(Duration.ofMinutes(40));
        assertThat(clock(ticket, SlaMetric.FIRST_REPLY_TIME).state())
                .as("the requester still waits")
                .isEqualTo(ClockState.RUNNING);
    }

    private void promiseAnAnswerOfExperts() {
        var terms = StoredJson.readObject("""
                {"condition": {"field": "ticket.subject", "operator": "is", "value": "%s"},
                 "targets": [{"metric": "first_reply_time", "priority": "normal", "target": "PT8H"},
                             {"metric": "expert_answer_time", "priority": "normal", "target": "PT4H"}]}
                """.formatted(name));
        desk.bean(SlaPolicyAdmin.class).create(new SlaPolicyAdmin.Draft(name, 1, true, terms));
        LockSupport.parkNanos(Duration.ofMillis(600).toNanos()); // the stamp is looked at twice a second
    }

    private void note(UserId by, GroupId of, TicketId ticket) {
        var said = NewComment.of("It is the firmware.", Visibility.INTERNAL);
        desk.bean(TicketFlow.class)
                .answer(caller(by, of), new Answer(ticket, Optional.empty(), said, Optional.empty()));
    }

    private SlaClock clock(TicketId ticket, SlaMetric metric) {
        return desk.clocks(ticket).stream()
                .filter(clock -> clock.key().metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private static Caller caller(UserId agent, GroupId of) {
        return new Caller(agent, Role.AGENT, RolePermissions.of(Role.AGENT), Set.of(of), Set.of(), null, "test", null);
    }
}
