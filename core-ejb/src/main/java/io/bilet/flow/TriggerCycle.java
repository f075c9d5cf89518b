package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.automation.trigger.CompiledTrigger;
import io.bilet.automation.trigger.TriggerSet;
import io.bilet.condition.FactSheet;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionKind;
import io.bilet.flow.TicketActions.Done;
import io.bilet.flow.TicketActions.Refusal;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Comment;
import io.bilet.ticket.EventFacts;
import io.bilet.ticket.Ticket;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** One event on its way through the triggers. */
final class TriggerCycle {

    /** How often changes made by triggers are looked at again; who needs more builds a machine nobody understands. */
    static final int HOPS_MAX = 10;

    /** In whose name rules speak: nobody's. */
    static final Comment.Author RULE = new Comment.Author(null, AuthorRole.SYSTEM, Channel.API);

    private final TriggerSet triggers;
    private final TicketActions actions;
    private final Ticket ticket;
    private final EventFacts event;
    private final FactSheet facts;
    private final Act act;
    private final ActionRows rows;
    private final BitSet fired = new BitSet();
    private final Settled settled = new Settled();
    private final List<Decision> decisions = new ArrayList<>();

    TriggerCycle(
            TriggerSet triggers, TicketActions actions, Ticket ticket, EventFacts event, Act act, ActionRows rows) {
        this.triggers = triggers;
        this.actions = actions;
        this.ticket = ticket;
        this.event = event;
        this.facts = new FactSheet(event);
        this.act = act;
        this.rows = rows;
    }

    List<Decision> run() {
        int seen = happened();
        BitSet candidates =
                event.isOpening() ? triggers.whenOpened(facts) : triggers.whenChanged(event.changedSince(0), facts);
        for (int hop = 0; !candidates.isEmpty() && hop <= HOPS_MAX; hop++) {
            pass(candidates, hop == HOPS_MAX);
            Set<String> changed = event.changedSince(seen);
            seen = happened();
            candidates = changed.isEmpty() ? new BitSet() : triggers.whenChangedFurther(changed, facts);
            candidates.andNot(fired);
        }
        return decisions;
    }

    private void pass(BitSet candidates, boolean isOneTooMany) {
        for (int place = candidates.nextSetBit(0); place >= 0; place = candidates.nextSetBit(place + 1)) {
            CompiledTrigger trigger = triggers.at(place);
            if (trigger.condition().matches(facts)) {
                fired.set(place);
                decisions.add(isOneTooMany ? stopped(trigger) : act(trigger));
            }
        }
    }

    private Decision act(CompiledTrigger trigger) {
        var judged = trigger.condition().evaluate(facts).toJson();
        int before = happened();
        List<Refusal> contradicting = settled.contradictedBy(trigger);
        Done done = actions.take(ticket, settled.agreeing(trigger), RULE, act, rows);
        settled.by(trigger, done);
        event.changedSince(before).forEach(facts::forget);
        List<Refusal> refused = new ArrayList<>(contradicting);
        refused.addAll(done.refused());
        return ActionDecisions.of(
                Decision.of(
                        ticket.id().value(),
                        DecisionKind.TRIGGER,
                        act.at(),
                        ActionDecisions.outcome(done.effects(), refused),
                        trigger.subject()),
                judged,
                done.effects(),
                refused);
    }

    /** Triggers that set each other off for ever are cut short, and whoever reads them is told. */
    private Decision stopped(CompiledTrigger trigger) {
        var refused = List.of(Refusal.ofAll("too_many_hops", "Triggers before it set each other off too often."));
        return ActionDecisions.of(
                Decision.of(
                        ticket.id().value(),
                        DecisionKind.TRIGGER,
                        act.at(),
                        ActionDecisions.outcome(List.of(), refused),
                        trigger.subject()),
                trigger.condition().evaluate(facts).toJson(),
                List.of(),
                refused);
    }

    private int happened() {
        return ticket.happenings().pending().size();
    }
}
