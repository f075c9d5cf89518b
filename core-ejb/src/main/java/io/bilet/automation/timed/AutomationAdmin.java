package io.bilet.automation.timed;

import io.bilet.automation.RuleDraft;
import io.bilet.automation.RuleDrafts;
import io.bilet.automation.timed.Delay.Counts;
import io.bilet.condition.Check;
import io.bilet.condition.Condition;
import io.bilet.condition.FieldType;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.platform.work.NewWork;
import io.bilet.platform.work.WorkQueue;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes, changes, orders and removes automations; one change at a time, over all nodes. */
@Stateless
public class AutomationAdmin {

    /** Where it is taken down that the timers of an automation are to be armed on stored tickets. */
    public static final String ARMING = "automation-arming";

    /** More automations than anybody oversees. */
    static final int AUTOMATIONS_MAX = 500;

    private static final Set<String> OF_EVENTS = Set.of("comment.text", "support_address");

    @Inject
    private AutomationRepository automations;

    @Inject
    private RuleDrafts drafts;

    @Inject
    private WorkQueue work;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    /**
     * An automation as somebody writes it, or a change of one.
     *
     * @param delay an ISO 8601 duration; null leaves it
     * @param counts which time counts; null leaves it, and is every minute for a new one
     */
    public record Draft(
            RuleDraft rule,
            @Nullable String delay,
            @Nullable Counts counts) {}

    /**
     * Writes an automation; name, condition, delay and actions are needed. Tickets for which the condition holds
     * already wait from now on.
     *
     * @throws InvalidInput naming what breaks a rule, such as a group that is not known
     * @throws Conflict if another automation has the name
     */
    public Automation create(Draft draft) {
        stamp.raise(AutomationSets.AREA);
        if (automations.count() >= AUTOMATIONS_MAX) {
            throw new Conflict("There are at most %d automations.".formatted(AUTOMATIONS_MAX));
        }
        Instant now = clock.instant();
        RuleDraft rule = draft.rule();
        Automation automation = new Automation(
                AutomationId.next(),
                Require.given(rule.name(), "/name"),
                condition(Require.given(rule.condition(), "/condition")),
                Delay.of(
                        Require.given(draft.delay(), "/delay"),
                        draft.counts() == null ? Counts.CALENDAR : draft.counts(),
                        "/delay"),
                drafts.actions(Require.given(rule.actions(), "/actions")),
                now);
        drafts.list(automation, rule, automations.lastPosition(), now);
        requireFreeName(automation);
        automations.add(automation);
        automations.keepWording(automation, now);
        arm(automation);
        return automation;
    }

    /**
     * Changes an automation. With another condition or delay, or switched on again, all its timers begin anew; what it
     * did before it may do again.
     */
    public Automation update(AutomationId id, Optional<Integer> expectedVersion, Draft change) {
        stamp.raise(AutomationSets.AREA);
        Instant now = clock.instant();
        Automation automation = automations.get(id.value());
        automation.requireVersion(expectedVersion);
        boolean begins = waitsAnew(automation, change);
        drafts.relist(automation, change.rule(), now);
        requireFreeName(automation);
        reword(automation, change.rule(), now);
        if (begins) {
            automation.armAnew();
        }
        automations.flush();
        automations.keepWording(automation, now);
        if (begins) {
            arm(automation);
        }
        return automation;
    }

    /** Removes an automation and its timers; what it did stays done and explained. */
    public void remove(AutomationId id, Optional<Integer> expectedVersion) {
        stamp.raise(AutomationSets.AREA);
        Automation automation = automations.get(id.value());
        automation.requireVersion(expectedVersion);
        automations.remove(automation);
    }

    public Automation get(AutomationId id) {
        return automations.get(id.value());
    }

    /** One page of automations in their order. */
    public Slice<Automation> page(Optional<Position> after, int limit) {
        return drafts.page(automations, after, limit);
    }

    /** Whether what its timers wait for becomes another; the delay is taken over at once. */
    private boolean waitsAnew(Automation automation, Draft change) {
        RuleDraft rule = change.rule();
        Delay next = Delay.of(
                change.delay() == null ? automation.delay().length().toString() : change.delay(),
                change.counts() == null ? automation.delay().counts() : change.counts(),
                "/delay");
        boolean otherDelay = !next.isSameAs(automation.delay());
        if (otherDelay) {
            automation.waitFor(next);
        }
        boolean otherCondition = rule.condition() != null && !rule.condition().equals(automation.condition());
        boolean switchedOn =
                Boolean.TRUE.equals(rule.active()) && !automation.listing().isActive();
        return otherDelay || otherCondition || switchedOn;
    }

    private void reword(Automation automation, RuleDraft change, Instant now) {
        if (change.condition() != null || change.actions() != null) {
            automation.reword(
                    condition(change.condition() == null ? automation.condition() : change.condition()),
                    drafts.actions(change.actions() == null ? automation.actions() : change.actions()),
                    now);
        }
    }

    private void arm(Automation automation) {
        if (automation.listing().isActive()) {
            String payload = StoredJson.object()
                    .add("automation_id", automation.id().toString())
                    .add("arming", automation.arming())
                    .build()
                    .toString();
            String key = automation.id() + " " + automation.arming();
            work.add(ARMING, List.of(NewWork.due(key, automation.id().value(), payload)));
        }
    }

    private Condition condition(JsonObject json) {
        Condition condition = drafts.condition(json);
        for (Check check : condition.checks()) {
            if (OF_EVENTS.contains(check.field().name())) {
                throw new InvalidInput("/condition", "not_stored", "What was said then is not known any more.");
            }
            if (check.field().type() == FieldType.TIME) {
                throw new InvalidInput(
                        "/condition", "time_is_the_delay", "How long something has been so is what the delay says.");
            }
        }
        return condition;
    }

    private void requireFreeName(Automation automation) {
        if (automations.isNameTaken(automation.listing().name(), automation.key())) {
            throw new Conflict("Another automation has this name.");
        }
    }
}
