package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.automation.timed.ArmingQueries;
import io.bilet.automation.timed.AutomationId;
import io.bilet.automation.timed.AutomationSets;
import io.bilet.automation.timed.AutomationTimerRepository;
import io.bilet.automation.timed.AutomationTimerRepository.Armed;
import io.bilet.automation.timed.CompiledAutomation;
import io.bilet.condition.Facts;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionKind;
import io.bilet.decision.Outcome;
import io.bilet.fact.CustomerFacts;
import io.bilet.flow.TicketActions.Done;
import io.bilet.people.Actor;
import io.bilet.people.RequesterRepository;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFacts;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What automations do when their time has come. Each method is one transaction and harmless when repeated. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AutomationFlow {

    private static final String CAUSE = "automation";

    @Inject
    private TicketRepository tickets;

    @Inject
    private RequesterRepository requesters;

    @Inject
    private CustomerFacts customers;

    @Inject
    private AutomationSets sets;

    @Inject
    private Automations automations;

    @Inject
    private AutomationTimerRepository timers;

    @Inject
    private ArmingQueries arming;

    @Inject
    private TicketActions actions;

    @Inject
    private StoredActionRows rows;

    @Inject
    private Settlement settlement;

    @Inject
    private Clock clock;

    /**
     * Lets every automation act whose time has come for a ticket, the longest due first.
     *
     * @param seen when somebody saw that one's had; for nodes whose clocks differ
     */
    public void act(TicketId id, Instant seen) {
        Ticket ticket = tickets.lock(id);
        Instant now = clock.instant();
        Act act = new Act(Actor.rule(), CAUSE, now.isBefore(seen) ? seen : now);
        List<Decision> made = new ArrayList<>();
        for (AutomationId rule : timers.due(id, act.at())) {
            Optional<CompiledAutomation> automation = sets.present().find(rule);
            automation.ifPresent(one -> {
                timers.acted(id, rule);
                made.add(act(ticket, one, act));
            });
        }
        if (!made.isEmpty()) {
            settlement.settle(ticket, act, made);
        }
    }

    private Decision act(Ticket ticket, CompiledAutomation automation, Act act) {
        Facts facts = facts(ticket, act.at());
        var judged = automation.condition().evaluate(facts);
        if (!judged.is(true)) {
            return decision(ticket, automation, Outcome.NOT_MATCHED, act).with(judged.toJson());
        }
        Done done = actions.take(ticket, automation.actions(), TriggerCycle.RULE, act, rows);
        Outcome outcome = ActionDecisions.outcome(done.effects(), done.refused());
        return ActionDecisions.of(
                decision(ticket, automation, outcome, act), judged.toJson(), done.effects(), done.refused());
    }

    private static Decision decision(Ticket ticket, CompiledAutomation automation, Outcome outcome, Act act) {
        return Decision.of(ticket.id().value(), DecisionKind.AUTOMATION, act.at(), outcome, automation.subject());
    }

    /**
     * Arms the timers of an automation for some tickets, as far as its condition holds for them.
     *
     * @param after where to go on
     * @return the last of them; empty if there are no more
     */
    public Optional<TicketId> arm(AutomationId rule, Optional<TicketId> after, int limit) {
        List<TicketId> ids = arming.unclosed(after, limit);
        arm(rule, ids);
        return ids.size() < limit ? Optional.empty() : Optional.of(ids.get(limit - 1));
    }

    private void arm(AutomationId rule, List<TicketId> ids) {
        Optional<CompiledAutomation> automation = sets.stored(rule);
        if (automation.isPresent()) {
            Instant now = clock.instant();
            List<Armed> armed = new ArrayList<>();
            for (TicketId id : ids) {
                tickets.find(id)
                        .ifPresent(ticket -> armed.addAll(
                                automations.timers(ticket, List.of(automation.get()), facts(ticket, now), now)));
            }
            timers.arm(armed, now);
        }
    }

    /** Removes some timers of an automation that belong to an earlier arming than this; says how many. */
    public int sweep(AutomationId rule, int arming, int limit) {
        return timers.sweep(rule, arming, limit);
    }

    private Facts facts(Ticket ticket, Instant now) {
        return customers.beside(
                new TicketFacts(ticket, () -> requesters.get(ticket.origin().requester()), "", null, now));
    }
}
