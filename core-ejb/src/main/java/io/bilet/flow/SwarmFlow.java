package io.bilet.flow;

import io.bilet.access.AccessPolicy;
import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.access.Sight;
import io.bilet.audit.Act;
import io.bilet.people.UserId;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.swarm.Contribution;
import io.bilet.swarm.Swarm;
import io.bilet.swarm.SwarmId;
import io.bilet.swarm.SwarmMember;
import io.bilet.swarm.SwarmOutcome;
import io.bilet.swarm.SwarmRepository;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pulls colleagues in to help with a ticket; whoever owns it stays accountable, and no clock stops. */
@Stateless
public class SwarmFlow {

    @Inject
    private TicketRepository tickets;

    @Inject
    private TicketReader reader;

    @Inject
    private SwarmRepository swarms;

    @Inject
    private SwarmInvitations invitations;

    @Inject
    private Settlement settlement;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Clock clock;

    /**
     * Owners ask for help with what is theirs, others for what they may assign.
     *
     * @throws Conflict if the ticket has a swarm, nothing is owed on it, or nobody owns it
     * @throws InvalidInput if nobody is invited, or there is nobody like that
     */
    public Swarm open(Caller caller, TicketId id, String question, Guests guests) {
        Ticket ticket = tickets.lock(id);
        requireMayLead(caller, ticket);
        if (swarms.isOpenOn(id)) {
            throw new Conflict("This ticket has a swarm already; invite to that.");
        }
        Act act = act(caller);
        Swarm swarm = Swarm.about(ticket, caller.userId(), question, act.at());
        swarms.add(swarm);
        invitations.invite(ticket, swarm, guests, act);
        settlement.settle(ticket, act);
        return swarm;
    }

    /** Asks more colleagues. */
    public Swarm invite(Caller caller, SwarmId id, Guests guests) {
        Swarm swarm = swarms.get(id);
        Ticket ticket = tickets.lock(swarm.ticketId());
        requireMayLead(caller, ticket);
        swarm.requireOpen();
        Act act = act(caller);
        invitations.invite(ticket, swarm, guests, act);
        settlement.settle(ticket, act);
        return swarm;
    }

    /**
     * Somebody says whether they help; for who was asked for a skill and declines, the next one is asked.
     *
     * @param reason why not; null if they do
     * @throws NotFound if they were not asked
     * @throws Conflict if the swarm is over or they have said so already
     */
    public Swarm answer(Caller caller, SwarmId id, UserId agent, Optional<Integer> expected, @Nullable String reason) {
        Swarm swarm = swarms.get(id);
        Ticket ticket = tickets.lock(swarm.ticketId());
        requireSight(caller, ticket);
        SwarmMember member = swarms.member(id, agent).orElseThrow(() -> new NotFound("member"));
        caller.requireSelfOr(Permission.TICKETS_ASSIGN, agent);
        swarm.requireVersion(expected);
        swarm.requireOpen();
        Act act = act(caller);
        member.answer(ticket, swarm, reason, act.at());
        if (reason != null) {
            invitations.inviteNext(ticket, swarm, member, act);
        }
        settlement.settle(ticket, act);
        return swarm;
    }

    /**
     * Somebody who accepted says what they found out.
     *
     * @throws Conflict if the swarm is over, or they have not accepted
     */
    public Contribution contribute(Caller caller, SwarmId id, String text, Duration spent) {
        Swarm swarm = swarms.get(id);
        Ticket ticket = tickets.lock(swarm.ticketId());
        requireSight(caller, ticket);
        swarm.requireOpen();
        SwarmMember member = swarms.member(id, caller.userId())
                .orElseThrow(() -> new Conflict("Only who was invited and accepted contributes."));
        Act act = act(caller);
        Contribution contribution = swarms.contribute(ticket, swarm, member, text, spent, act.at());
        settlement.settle(ticket, act);
        return contribution;
    }

    /**
     * Ends a swarm with what came of it.
     *
     * @throws Conflict if it is over already
     */
    public Swarm close(
            Caller caller, SwarmId id, Optional<Integer> expectedVersion, SwarmOutcome outcome, String summary) {
        Swarm swarm = swarms.get(id);
        Ticket ticket = tickets.lock(swarm.ticketId());
        requireMayLead(caller, ticket);
        swarm.requireVersion(expectedVersion);
        Act act = act(caller);
        swarm.close(ticket, caller.userId(), outcome, summary, act.at());
        settlement.settle(ticket, act);
        swarms.flush();
        return swarm;
    }

    /** The ticket's owner leads, or whoever may assign. */
    private void requireMayLead(Caller caller, Ticket ticket) {
        policy.require(Permission.TICKETS_UPDATE, caller, reader.access(ticket));
        if (ticket.ownership().assignee().filter(caller.userId()::equals).isEmpty()) {
            caller.require(Permission.TICKETS_ASSIGN);
        }
    }

    private void requireSight(Caller caller, Ticket ticket) {
        if (policy.requireSight(caller, reader.access(ticket)) != Sight.FULL) {
            throw new Forbidden(Permission.TICKETS_COMMENT_INTERNAL.toString());
        }
    }

    private Act act(Caller caller) {
        return Act.asked(caller.actor(), clock.instant());
    }
}
