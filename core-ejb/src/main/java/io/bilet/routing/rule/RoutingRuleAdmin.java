package io.bilet.routing.rule;

import io.bilet.condition.Condition;
import io.bilet.condition.ConditionReader;
import io.bilet.condition.Listing;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes, changes, orders and removes routing rules; one change at a time, over all nodes. */
@Stateless
public class RoutingRuleAdmin {

    /** More rules than anybody oversees; bounds the time that opening a ticket takes. */
    static final int RULES_MAX = 500;

    @Inject
    private RoutingRuleRepository rules;

    @Inject
    private RuleSetRepository sets;

    @Inject
    private ConditionReader conditions;

    @Inject
    private References references;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    /**
     * A rule, or a change of one; what is null is left as it is.
     *
     * @param position place in the order; for a new rule null is the last place
     */
    public record Draft(
            @Nullable String name,
            @Nullable Integer position,
            @Nullable Boolean active,
            @Nullable JsonObject condition,
            @Nullable JsonObject effects) {}

    /**
     * Writes a rule; name, condition and effects are needed.
     *
     * @throws InvalidInput naming what breaks a rule, such as a group that is not known
     * @throws Conflict if another rule has the name
     */
    public RoutingRule create(Draft draft) {
        stamp.raise(RuleSets.AREA);
        requireRoom();
        Instant now = clock.instant();
        var rule = new RoutingRule(
                RoutingRuleId.next(),
                Require.given(draft.name(), "/name"),
                condition(Require.given(draft.condition(), "/condition")),
                effects(Require.given(draft.effects(), "/effects")),
                now);
        int last = Math.min(rules.lastPosition() + 1, Listing.POSITION_MAX);
        rule.listing().moveTo(draft.position() == null ? last : draft.position(), now);
        rule.listing().turn(draft.active() == null || draft.active(), now);
        requireFreeName(rule);
        rules.add(rule);
        publish(rule, now);
        return rule;
    }

    /** Changes a rule; tickets opened from now on meet the new wording. */
    public RoutingRule update(RoutingRuleId id, Optional<Integer> expectedVersion, Draft change) {
        stamp.raise(RuleSets.AREA);
        Instant now = clock.instant();
        RoutingRule rule = rules.get(id);
        rule.requireVersion(expectedVersion);
        if (change.name() != null) {
            rule.listing().rename(change.name(), now);
            requireFreeName(rule);
        }
        if (change.position() != null) {
            rule.listing().moveTo(change.position(), now);
        }
        if (change.active() != null) {
            rule.listing().turn(change.active(), now);
        }
        if (change.condition() != null || change.effects() != null) {
            Condition condition = condition(change.condition() == null ? rule.condition() : change.condition());
            rule.reword(condition, effects(change.effects() == null ? rule.effects() : change.effects()), now);
        }
        rules.flush();
        publish(rule, now);
        return rule;
    }

    /** Removes a rule; what it did stays done and explained. */
    public void remove(RoutingRuleId id, Optional<Integer> expectedVersion) {
        stamp.raise(RuleSets.AREA);
        RoutingRule rule = rules.get(id);
        rule.requireVersion(expectedVersion);
        rules.remove(rule);
        sets.publish(rules.active(), clock.instant());
    }

    public RoutingRule get(RoutingRuleId id) {
        return rules.get(id);
    }

    /** One page of rules, in the order in which they are asked. */
    public Slice<RoutingRule> page(Optional<Position> after, int limit) {
        Position from = after.orElse(new Position("0", new UUID(0, 0)));
        var found = rules.after(Integer.parseInt(from.key()), new RoutingRuleId(from.id()), limit + 1);
        return Slice.of(
                found,
                limit,
                last -> new Position(
                        Integer.toString(last.listing().position()), last.id().value()));
    }

    private void publish(RoutingRule rule, Instant now) {
        sets.keep(rule, now);
        sets.publish(rules.active(), now);
    }

    private Condition condition(JsonObject json) {
        Condition condition = conditions.read(json, "/condition");
        references.require(condition, "/condition");
        return condition;
    }

    private RuleEffects effects(JsonObject json) {
        RuleEffects effects = RuleEffectsJson.read(json, "/effects");
        references.require(effects, "/effects");
        return effects;
    }

    private void requireRoom() {
        if (rules.count() >= RULES_MAX) {
            throw new Conflict("There are at most %d routing rules.".formatted(RULES_MAX));
        }
    }

    private void requireFreeName(RoutingRule rule) {
        if (rules.isNameTaken(rule.listing().name(), rule.id())) {
            throw new Conflict("Another routing rule has this name.");
        }
    }
}
