package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionKind;
import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.decision.Subject;
import io.bilet.people.Actor;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.routing.Leaving;
import io.bilet.ticket.OfferKeeper;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.UnassignedReason;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes tickets from agents who cannot keep them, and finds others. Harmless when repeated. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RerouteFlow {

    private static final Subject REROUTING = Subject.builtIn("rerouting");

    @Inject
    private TicketRepository tickets;

    @Inject
    private Leaving leaving;

    @Inject
    private Settlement settlement;

    @Inject
    private Clock clock;

    /**
     * Looks whether an agent can keep a ticket that is theirs or held out to them; if not, says why and routes it.
     *
     * @param lost skills they know less well than before, with the level they know them on now
     */
    public void reroute(TicketId id, UserId agent, Map<SkillId, Integer> lost) {
        Ticket ticket = tickets.lock(id);
        Act act = new Act(Actor.rule(), "routing", clock.instant());
        boolean owns = ticket.ownership().assignee().filter(agent::equals).isPresent();
        boolean isOffered = ticket.ownership().offeredTo().filter(agent::equals).isPresent();
        Optional<JsonObject> why = leaving.why(ticket, agent, lost, act.at());
        if (why.isEmpty() || !(owns || isOffered)) {
            return;
        }
        if (owns) {
            ticket.unassign(lost.isEmpty() ? UnassignedReason.AWAITING_ROUTING : UnassignedReason.RELEASED, act.at());
        } else {
            new OfferKeeper(ticket, act.at()).withdraw();
        }
        String field = owns ? "assignee_id" : "offered_to_id";
        Decision decision = Decision.of(id.value(), DecisionKind.ASSIGNMENT, act.at(), Outcome.APPLIED, REROUTING)
                .with(List.of(Effect.of(field, agent.toString(), null)))
                .with(why.get());
        settlement.settle(ticket, act, List.of(decision));
    }
}
