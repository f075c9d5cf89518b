package io.bilet.routing.rule;

import io.bilet.condition.Check;
import io.bilet.condition.Condition;
import io.bilet.condition.FactSheet;
import io.bilet.condition.Facts;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionKind;
import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.decision.Subject;
import io.bilet.routing.Staff;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One ticket on its way through the rules. */
final class OpeningRun {

    static final String RULE = "routing_rule";

    private final Ticket ticket;
    private final FactSheet facts;
    private final Staff staff;
    private final Instant now;
    private final EffectRun effects;
    private final List<Decision> decisions = new ArrayList<>();

    OpeningRun(Ticket ticket, Facts facts, Staff staff, Instant now) {
        this.ticket = ticket;
        this.facts = new FactSheet(facts);
        this.staff = staff;
        this.now = now;
        this.effects = new EffectRun(ticket, staff, now);
    }

    void ask(CompiledRule rule, RuleTrace trace) {
        Condition condition = rule.condition();
        if (effects.isPutAway()) {
            trace.notAsked();
        } else if (condition == null) {
            trace.answeredItself();
            decisions.add(decision(rule, Outcome.FAILED));
        } else if (condition.matches(facts)) {
            trace.answeredItself();
            decisions.add(act(rule, condition));
        } else {
            Check deciding =
                    Objects.requireNonNull(condition.deciding(facts), "a condition without checks always holds");
            trace.failed(rule, deciding, facts);
        }
    }

    private Decision act(CompiledRule rule, Condition condition) {
        var judged = condition.evaluate(facts).toJson();
        EffectRun.Result result = effects.apply(rule.effects());
        result.effects().forEach(effect -> facts.forget("ticket." + effect.field()));
        facts.forget("ticket.tier");
        return decision(rule, result.outcome()).with(judged).with(result.effects());
    }

    /** What no rule gave to a group, and no rule put away, goes to the default group. */
    void giveToDefaultGroup() {
        if (ticket.folder() == Folder.INBOX && ticket.ownership().group().isEmpty()) {
            staff.defaultTeam().ifPresent(team -> {
                ticket.moveToGroup(team.id(), team.tier(), now);
                decisions.add(decision(Subject.builtIn("default_group"), Outcome.APPLIED)
                        .with(List.of(Effect.of("group_id", null, team.id().toString()))));
            });
        }
    }

    /** What was decided, in order; the rules that did not hold share one entry at the end. */
    List<Decision> decisions(RuleSet rules, RuleTrace trace) {
        if (trace.tellsSomething()) {
            Subject set = new Subject(RuleTrace.SUBJECT, null, rules.version());
            decisions.add(decision(set, Outcome.NOT_MATCHED).with(trace.toJson()));
        }
        return decisions;
    }

    private Decision decision(CompiledRule rule, Outcome outcome) {
        return decision(new Subject(RULE, rule.id().toString(), rule.version()), outcome);
    }

    private Decision decision(Subject subject, Outcome outcome) {
        return Decision.of(ticket.id().value(), DecisionKind.ROUTING, now, outcome, subject);
    }
}
