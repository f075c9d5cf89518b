package io.bilet.automation;

import io.bilet.automation.action.Action;
import io.bilet.automation.action.ActionReader;
import io.bilet.automation.action.References;
import io.bilet.condition.Check;
import io.bilet.condition.Condition;
import io.bilet.condition.ConditionReader;
import io.bilet.condition.FieldType;
import io.bilet.condition.Listing;
import io.bilet.people.GroupId;
import io.bilet.platform.error.BiletException;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what somebody writes of an acting rule, and puts it into its list. */
@ApplicationScoped
public class RuleDrafts {

    private static final String GROUP_PREFIX = "grp_";

    @Inject
    private ConditionReader conditions;

    @Inject
    private ActionReader actions;

    @Inject
    private References references;

    /**
     * Reads a condition that may ask about an event.
     *
     * @throws BiletException naming what is wrong with it, such as a group that is not known
     */
    public Condition eventCondition(JsonObject json) {
        return known(conditions.readForEvents(json, "/condition"));
    }

    /**
     * Reads a condition about a ticket as it stands.
     *
     * @throws BiletException naming what is wrong with it, such as a group that is not known
     */
    public Condition condition(JsonObject json) {
        return known(conditions.read(json, "/condition"));
    }

    /**
     * Reads actions.
     *
     * @throws BiletException naming what is wrong with them, such as a group that is not known
     */
    public List<Action> actions(JsonArray json) {
        return actions.readKnown(json, references, "/actions");
    }

    /** Gives a new rule its place in the list; the last one unless the draft names another. */
    public void list(ActingRule rule, RuleDraft draft, int lastPosition, Instant now) {
        int last = Math.min(lastPosition + 1, Listing.POSITION_MAX);
        rule.listing().moveTo(draft.position() == null ? last : draft.position(), now);
        rule.listing().turn(draft.active() == null || draft.active(), now);
        if (draft.category() != null) {
            rule.putInto(draft.category(), now);
        }
    }

    /** Changes how a rule stands in the list. */
    public void relist(ActingRule rule, RuleDraft change, Instant now) {
        if (change.name() != null) {
            rule.listing().rename(change.name(), now);
        }
        if (change.position() != null) {
            rule.listing().moveTo(change.position(), now);
        }
        if (change.active() != null) {
            rule.listing().turn(change.active(), now);
        }
        if (change.category() != null) {
            rule.putInto(change.category(), now);
        }
    }

    /** One page of rules in their order. */
    public <R extends ActingRule> Slice<R> page(ActingRuleRepository<R> rules, Optional<Position> after, int limit) {
        Position from = after.orElse(new Position("0", new UUID(0, 0)));
        List<R> found = rules.after(Integer.parseInt(from.key()), from.id(), limit + 1);
        return Slice.of(
                found,
                limit,
                last -> new Position(Integer.toString(last.listing().position()), last.key()));
    }

    private Condition known(Condition condition) {
        condition.checks().stream()
                .filter(check -> check.field().type() == FieldType.REFERENCE)
                .flatMap(RuleDrafts::named)
                .filter(id -> id.startsWith(GROUP_PREFIX))
                .forEach(id -> references.requireGroup(GroupId.parse(id), "/condition"));
        return condition;
    }

    private static Stream<String> named(Check check) {
        JsonValue expected = check.expected();
        Stream<JsonValue> values = expected instanceof JsonArray several ? several.stream() : Stream.of(expected);
        return values.filter(JsonString.class::isInstance)
                .map(JsonString.class::cast)
                .map(JsonString::getString);
    }
}
