package io.bilet.flow;

import io.bilet.access.AccessPolicy;
import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.audit.Act;
import io.bilet.automation.action.Action;
import io.bilet.automation.macro.OwnActions;
import io.bilet.platform.error.BiletException;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Does a list of actions to one of many tickets, as the caller could by hand: all of it or nothing. What is refused is
 * told instead of thrown, because the transaction is that of the work which goes on with the next ticket.
 */
@ApplicationScoped
public class TicketChanges {

    @Inject
    private TicketRepository tickets;

    @Inject
    private TicketReader reader;

    @Inject
    private AccessPolicy policy;

    @Inject
    private ByHand byHand;

    @Inject
    private TicketActions actions;

    @Inject
    private StoredActionRows stored;

    @Inject
    private RehearsedActionRows rehearsed;

    @Inject
    private Settlement settlement;

    /**
     * What became of one ticket.
     *
     * @param refused why nothing was done; null if nothing forbade it
     * @param version of the ticket afterwards; null if it was refused
     */
    public record Outcome(
            boolean changed,
            @Nullable Refusal refused,
            @Nullable Integer version) {}

    /** Why nothing was done, for programs and for people. */
    public record Refusal(String code, String detail) {}

    /**
     * Changes a ticket.
     *
     * @param expected the version that is to be changed; empty for whichever there is
     */
    public Outcome change(Caller caller, TicketId id, Optional<Integer> expected, List<Action> list, Act act) {
        Ticket ticket;
        TicketActions.Done would;
        try {
            ticket = tickets.lock(id);
            requirePermitted(caller, ticket, list);
            ticket.requireVersion(expected);
            would = rehearse(caller, ticket, list, act);
        } catch (BiletException refusal) {
            return refused(TicketActions.code(refusal), refusal.getMessage());
        }
        if (!would.refused().isEmpty()) {
            return refused(would.refused().get(0).code(), would.refused().get(0).detail());
        }
        return would.effects().isEmpty()
                ? new Outcome(false, null, ticket.version())
                : new Outcome(true, null, change(caller, id, list, act));
    }

    private void requirePermitted(Caller caller, Ticket ticket, List<Action> list) {
        policy.require(Permission.TICKETS_UPDATE, caller, reader.access(ticket));
        OwnActions.requirePermitted(caller, list);
        byHand.requireMaySay(caller, ticket, list);
    }

    /** On a copy of the locked ticket that nobody writes back: refusing half-way could not be undone alone. */
    private TicketActions.Done rehearse(Caller caller, Ticket ticket, List<Action> list, Act act) {
        tickets.letGo();
        byHand.ownWhatIsSolved(caller, ticket, list, act);
        return actions.take(ticket, list, ByHand.author(caller), act, rehearsed);
    }

    private int change(Caller caller, TicketId id, List<Action> list, Act act) {
        Ticket ticket = tickets.lock(id);
        byHand.ownWhatIsSolved(caller, ticket, list, act);
        TicketActions.Done done = actions.take(ticket, list, ByHand.author(caller), act, stored);
        if (!done.refused().isEmpty()) {
            throw new IllegalStateException("What was rehearsed was refused");
        }
        settlement.settle(ticket, act);
        tickets.flush();
        return ticket.version();
    }

    private static Outcome refused(String code, String detail) {
        return new Outcome(false, new Refusal(code, detail), null);
    }
}
