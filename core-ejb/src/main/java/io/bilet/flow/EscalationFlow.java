package io.bilet.flow;

import io.bilet.access.AccessPolicy;
import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.audit.Act;
import io.bilet.condition.Evaluation;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionKind;
import io.bilet.decision.DecisionRepository;
import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.decision.Subject;
import io.bilet.escalation.Demand;
import io.bilet.escalation.Destination;
import io.bilet.escalation.Destination.ChosenBy;
import io.bilet.escalation.Destinations;
import io.bilet.escalation.Escalation;
import io.bilet.escalation.EscalationRepository;
import io.bilet.people.GroupId;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.SnoozeKeeper;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Escalates tickets to a higher tier and hands them down again; what was promised to the requester goes on. */
@Stateless
public class EscalationFlow {

    private static final Subject ESCALATION = Subject.builtIn("escalation");

    @Inject
    private TicketRepository tickets;

    @Inject
    private TicketReader reader;

    @Inject
    private EscalationRepository escalations;

    @Inject
    private Destinations destinations;

    @Inject
    private Ownerships ownerships;

    @Inject
    private Receipts receipts;

    @Inject
    private Settlement settlement;

    @Inject
    private DecisionRepository decisions;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Clock clock;

    /** An escalation, and the ticket after it. */
    public record Done(Escalation escalation, Ticket ticket) {}

    /**
     * Takes a ticket to another tier. Owners do so with what is theirs; for what is somebody else's it takes whoever
     * may assign.
     *
     * @throws InvalidInput if the demand says too little, or nobody is there on that tier
     * @throws Conflict if nothing is owed on the ticket
     */
    public Done escalate(Caller caller, TicketId id, Optional<Integer> expectedVersion, Demand demand) {
        Ticket ticket = tickets.lock(id);
        policy.require(Permission.TICKETS_UPDATE, caller, reader.access(ticket));
        ticket.requireVersion(expectedVersion);
        if (ticket.ownership().assignee().filter(caller.userId()::equals).isEmpty()) {
            caller.require(Permission.TICKETS_ASSIGN);
        }
        Act act = Act.asked(caller.actor(), clock.instant());
        Destination to = destinations.find(ticket, demand);
        Escalation escalation = Escalation.of(ticket, caller.userId(), to, demand, act.at());
        escalations.add(escalation);
        receipts.end(ticket, act);
        new SnoozeKeeper(ticket, act.at()).takeBack();
        ownerships.moveTo(ticket, to, act);
        settlement.settle(ticket, act);
        if (to.chosenBy() != ChosenBy.NAMED) {
            decisions.add(List.of(decision(escalation, act)));
        }
        return new Done(escalation, ticket);
    }

    private static Decision decision(Escalation escalation, Act act) {
        var group = Effect.of(
                "group_id",
                escalation.fromGroup().map(GroupId::toString).orElse(null),
                escalation.toGroup().toString());
        var tier = Effect.of("tier", Integer.toString(escalation.fromTier()), Integer.toString(escalation.toTier()));
        String chosenBy = Wire.of(escalation.chosenBy());
        var why = Evaluation.ofCheck("escalation.chosen_by", "is", StoredJson.text(chosenBy), chosenBy, true);
        return Decision.of(escalation.ticketId().value(), DecisionKind.ROUTING, act.at(), Outcome.APPLIED, ESCALATION)
                .with(List.of(group, tier))
                .with(why);
    }
}
