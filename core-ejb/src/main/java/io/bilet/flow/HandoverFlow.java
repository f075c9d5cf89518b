package io.bilet.flow;

import io.bilet.access.AccessPolicy;
import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.audit.Act;
import io.bilet.ticket.Handover;
import io.bilet.ticket.HandoverRepository;
import io.bilet.ticket.SnoozeKeeper;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Forwards tickets: the owner gives one to a colleague or a group, in one transaction with all that is promised. */
@Stateless
public class HandoverFlow {

    @Inject
    private TicketRepository tickets;

    @Inject
    private TicketReader reader;

    @Inject
    private HandoverRepository handovers;

    @Inject
    private Ownerships ownerships;

    @Inject
    private Settlement settlement;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Clock clock;

    /** A handover, and the ticket after it. */
    public record Done(Handover handover, Ticket ticket) {}

    /** Owners hand over what is theirs; what is somebody else's takes whoever may assign. */
    public Done handOver(Caller caller, TicketId id, Optional<Integer> expectedVersion, Handover.To to) {
        Ticket ticket = tickets.lock(id);
        policy.require(Permission.TICKETS_UPDATE, caller, reader.access(ticket));
        ticket.requireVersion(expectedVersion);
        if (ticket.ownership().assignee().filter(caller.userId()::equals).isEmpty()) {
            caller.require(Permission.TICKETS_ASSIGN);
        }
        Act act = new Act(caller.actor(), "api", clock.instant());
        Handover handover = Handover.of(ticket, caller.userId(), to, act.at());
        handovers.add(handover);
        new SnoozeKeeper(ticket, act.at()).takeBack();
        ownerships.handOver(ticket, to, act);
        settlement.settle(ticket, act);
        return new Done(handover, ticket);
    }
}
