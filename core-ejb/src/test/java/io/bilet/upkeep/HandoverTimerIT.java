package io.bilet.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.audit.AuditEntry;
import io.bilet.flow.HandoverFlow;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.Handover;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HandoverTimerIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Instant ANSWER_BY = MONDAY_NINE.plus(Duration.ofHours(4));

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId group = company.group();
    private final UserId mira = company.agent(group, 50, Presence.ONLINE);
    private final UserId noor = company.agent(group, 50, Presence.AWAY);

    @Test
    void what_nobody_took_goes_back_at_its_time() {
        TicketId ticket = handedOver();

        Node.at(ANSWER_BY, HandoverTimer.class).run();
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(noor);

        Node.at(ANSWER_BY.plusMillis(1), HandoverTimer.class).run();
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(mira);
    }

    @Test
    void after_a_night_without_any_node_two_of_them_give_each_back_once() {
        List<TicketId> tickets =
                IntStream.range(0, 20).mapToObj(i -> handedOver()).toList();
        Instant morning = ANSWER_BY.plus(Duration.ofHours(12));

        var one = CompletableFuture.runAsync(
                () -> Node.at(morning, HandoverTimer.class).run());
        var other = CompletableFuture.runAsync(
                () -> Node.at(morning, HandoverTimer.class).run());
        CompletableFuture.allOf(one, other).join();
        Node.at(morning, HandoverTimer.class).run();

        assertThat(tickets)
                .allSatisfy(ticket -> assertThat(desk.record(ticket).stream().map(AuditEntry::type))
                        .containsOnlyOnce("ticket.handover_expired"));
        assertThat(company.load(noor)).isZero();
        assertThat(company.load(mira)).isEqualTo(20);
    }

    private TicketId handedOver() {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.given(ticket, group, mira);
        var owner = new Caller(
                mira, Role.AGENT, RolePermissions.of(Role.AGENT), Set.of(group), Set.of(), null, "test", null);
        var to = new Handover.To(Optional.empty(), Optional.of(noor), "I am off.");
        desk.bean(HandoverFlow.class).handOver(owner, ticket, Optional.empty(), to);
        return ticket;
    }
}
