package io.bilet.routing.rule;

import io.bilet.condition.Condition;
import io.bilet.condition.ConditionReader;
import io.bilet.condition.Facts;
import io.bilet.decision.Decision;
import io.bilet.platform.error.InvalidInput;
import io.bilet.routing.Staffing;
import io.bilet.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks rules that nobody has switched on. */
@ApplicationScoped
public class RuleRehearsal {

    @Inject
    private ConditionReader conditions;

    @Inject
    private References references;

    @Inject
    private Staffing staffing;

    /** Rules in their order, ready to be asked; by one thread. */
    public interface Cast {

        /** What they do to a ticket that is in no table, and say about it. */
        List<Decision> apply(Facts facts, Ticket ticket, Instant at);
    }

    /**
     * Reads rules as they are written, each with {@code condition} and {@code effects}.
     *
     * @throws InvalidInput naming what breaks a rule, such as a group that is not known
     */
    public Cast of(List<JsonObject> written, String pointer) {
        List<CompiledRule> rules = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            rules.add(compiled(written.get(i), pointer + "/" + i));
        }
        var set = new RuleSet(0, rules);
        return (facts, ticket, at) -> OpeningRules.ask(set, staffing.present(), ticket, facts, at);
    }

    private CompiledRule compiled(JsonObject rule, String place) {
        Condition condition = conditions.read(rule.getOrDefault("condition", JsonValue.NULL), place + "/condition");
        references.require(condition, place + "/condition");
        RuleEffects effects = RuleEffectsJson.read(rule.getJsonObject("effects"), place + "/effects");
        references.require(effects, place + "/effects");
        return CompiledRule.of(RoutingRuleId.next(), 0, condition, effects);
    }
}
