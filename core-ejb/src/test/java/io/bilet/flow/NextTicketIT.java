package io.bilet.flow;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionQueries;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.StoredJson;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.Offer;
import io.bilet.ticket.Ownership;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.view.ViewAdmin;
import io.bilet.view.ViewId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Which ticket is the next one for somebody who asks. */
class NextTicketIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId group = company.group();

    @Test
    void of_a_view_only_what_it_shows_is_held_out() {
        TicketId usual = waiting(group, TicketPriority.NORMAL);
        TicketId urgent = waiting(group, TicketPriority.HIGH);
        Caller mira = agentOf(group);
        ViewId view = view(mira, "high");

        Offer offer = next(mira, Optional.of(view)).orElseThrow();

        assertThat(offer.ticketId()).isEqualTo(urgent);
        assertThat(next(mira, Optional.of(view))).as("no other is high").isEmpty();
        assertThat(next(mira, Optional.empty()).orElseThrow().ticketId()).isEqualTo(usual);
    }

    @Test
    void a_view_of_somebody_else_is_refused_and_nothing_is_held_out() {
        TicketId ticket = waiting(group, TicketPriority.NORMAL);
        ViewId theirs = view(agentOf(company.group()), "normal");
        Caller mira = agentOf(group);

        assertThatThrownBy(() -> next(mira, Optional.of(theirs))).isInstanceOf(InvalidInput.class);

        assertThat(ownership(ticket).offeredTo()).isEmpty();
    }

    @Test
    void who_helps_another_group_gets_its_tickets_after_a_time_and_takes_them_along() {
        GroupId helpers = company.group(3);
        company.overflow(group, helpers);
        TicketId ticket = waiting(group, TicketPriority.NORMAL);
        Caller noor = agentOf(helpers);
        assertThat(next(noor, Optional.empty())).as("too early").isEmpty();
        desk.turnBy(Duration.ofMinutes(5));

        Offer offer = next(noor, Optional.empty()).orElseThrow();
        assertThat(ownership(ticket).group()).as("nobody's yet").contains(group);
        desk.bean(OfferFlow.class).answer(noor, offer.id(), true);

        assertThat(offer.ticketId()).isEqualTo(ticket);
        assertThat(ownership(ticket).assignee()).contains(noor.userId());
        assertThat(ownership(ticket).group()).contains(helpers);
        assertThat(ownership(ticket).tier()).isEqualTo(3);
        assertThat(company.load(noor.userId())).isEqualTo(1);
        assertThat(whyChosen(ticket, noor.userId())).contains("chosen", "overflow");
    }

    private Optional<Offer> next(Caller caller, Optional<ViewId> view) {
        Company.lookAgain(desk.node());
        return desk.bean(OfferFlow.class).next(caller, Optional.empty(), view);
    }

    private ViewId view(Caller of, String priority) {
        var condition = StoredJson.readObject(
                "{\"field\": \"ticket.priority\", \"operator\": \"is\", \"value\": \"%s\"}".formatted(priority));
        var draft = new ViewAdmin.Draft("Mine " + UUID.randomUUID(), null, null, condition, null, null, null);
        return desk.bean(ViewAdmin.class).create(of, draft).id();
    }

    /** Nobody is there who could be given it. */
    private TicketId waiting(GroupId in, TicketPriority priority) {
        TicketId ticket = desk.opened(priority);
        desk.moved(ticket, in);
        return ticket;
    }

    /** An agent whom the node knows. */
    private Caller agentOf(GroupId own) {
        UserId agent = company.agent(own, 3, Presence.ONLINE);
        LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
        return new Caller(agent, Role.AGENT, RolePermissions.of(Role.AGENT), Set.of(own), Set.of(), null, "test", null);
    }

    private Iterable<String> whyChosen(TicketId ticket, UserId agent) {
        return inNewTransaction(() -> desk.bean(DecisionQueries.class).of(ticket.value(), new UUID(0, 0), 50)).stream()
                .map(Decision::candidates)
                .filter(Objects::nonNull)
                .flatMap(candidates -> candidates.each().stream())
                .filter(candidate -> candidate.agentId().equals(agent.value()))
                .flatMap(candidate -> candidate.verdict().reasons().stream())
                .toList();
    }

    private Ownership ownership(TicketId ticket) {
        return desk.ticket(ticket).ownership();
    }
}
