package io.bilet.flow;

import io.bilet.access.AccessPolicy;
import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.audit.Act;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.NotFound;
import io.bilet.ticket.Handover;
import io.bilet.ticket.HandoverId;
import io.bilet.ticket.HandoverRepository;
import io.bilet.ticket.SnoozeKeeper;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Forwards tickets: the owner gives one to a colleague or a group, in one transaction with all that is promised, and
 * whoever gets it says whether they take it.
 */
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
    private Receipts receipts;

    @Inject
    private Settlement settlement;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Clock clock;

    /** A handover, and the ticket after it. */
    public record Done(Handover handover, Ticket ticket) {}

    /**
     * What whoever was given a ticket says to it.
     *
     * @param reason why they decline; null when they accept
     */
    public record Reply(@Nullable String reason) {

        public static final Reply ACCEPTED = new Reply(null);
    }

    /** Owners hand over what is theirs; what is somebody else's takes whoever may assign. */
    public Done handOver(Caller caller, TicketId id, Optional<Integer> expectedVersion, Handover.To to) {
        Ticket ticket = tickets.lock(id);
        policy.require(Permission.TICKETS_UPDATE, caller, reader.access(ticket));
        ticket.requireVersion(expectedVersion);
        requireMine(caller, ticket);
        Act act = Act.asked(caller.actor(), clock.instant());
        receipts.end(ticket, act);
        Handover handover = Handover.of(ticket, caller.userId(), to, act.at());
        new SnoozeKeeper(ticket, act.at()).takeBack();
        ownerships.handOver(ticket, to, act);
        receipts.ask(ticket, handover, act);
        handovers.add(handover);
        settlement.settle(ticket, act);
        return new Done(handover, ticket);
    }

    /**
     * Whoever has the ticket says whether they take it, or somebody who may assign says so for them.
     *
     * @throws NotFound if the ticket is hidden from the caller or was not handed over under that id
     * @throws Conflict if it was answered already, too late, or there is nothing left to answer
     */
    public Done answer(Caller caller, TicketId id, HandoverId handoverId, Optional<Integer> expected, Reply reply) {
        Ticket ticket = tickets.lock(id);
        policy.require(Permission.TICKETS_UPDATE, caller, reader.access(ticket));
        Handover handover = handovers.get(id, handoverId);
        Act act = Act.asked(caller.actor(), clock.instant());
        handover.requireAwaited(act.at());
        requireMine(caller, ticket);
        ticket.requireVersion(expected);
        if (reply.reason() == null) {
            receipts.accept(ticket, handover, act);
        } else {
            receipts.decline(ticket, handover, reply.reason(), act);
        }
        settlement.settle(ticket, act);
        return new Done(handover, ticket);
    }

    /** What is somebody else's takes whoever may assign. */
    private static void requireMine(Caller caller, Ticket ticket) {
        if (ticket.ownership().assignee().filter(caller.userId()::equals).isEmpty()) {
            caller.require(Permission.TICKETS_ASSIGN);
        }
    }
}
