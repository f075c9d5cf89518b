package io.bilet.automation.trigger;

import io.bilet.automation.RuleDraft;
import io.bilet.automation.RuleDrafts;
import io.bilet.condition.Condition;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Writes, changes, orders and removes triggers; one change at a time, over all nodes. */
@Stateless
public class TriggerAdmin {

    /** More triggers than anybody oversees. */
    static final int TRIGGERS_MAX = 1_000;

    @Inject
    private TriggerRepository triggers;

    @Inject
    private RuleDrafts drafts;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    /**
     * Writes a trigger; name, condition and actions are needed.
     *
     * @throws InvalidInput naming what breaks a rule, such as a group that is not known
     * @throws Conflict if another trigger has the name
     */
    public Trigger create(RuleDraft draft) {
        stamp.raise(TriggerSets.AREA);
        if (triggers.count() >= TRIGGERS_MAX) {
            throw new Conflict("There are at most %d triggers.".formatted(TRIGGERS_MAX));
        }
        Instant now = clock.instant();
        Trigger trigger = new Trigger(
                TriggerId.next(),
                Require.given(draft.name(), "/name"),
                condition(draft),
                drafts.actions(Require.given(draft.actions(), "/actions")),
                now);
        drafts.list(trigger, draft, triggers.lastPosition(), now);
        requireFreeName(trigger);
        triggers.add(trigger);
        triggers.keepWording(trigger, now);
        return trigger;
    }

    /** Changes a trigger; what happens from now on meets the new wording. */
    public Trigger update(TriggerId id, Optional<Integer> expectedVersion, RuleDraft change) {
        stamp.raise(TriggerSets.AREA);
        Instant now = clock.instant();
        Trigger trigger = triggers.get(id.value());
        trigger.requireVersion(expectedVersion);
        drafts.relist(trigger, change, now);
        requireFreeName(trigger);
        if (change.condition() != null || change.actions() != null) {
            RuleDraft whole = new RuleDraft(
                    null,
                    null,
                    null,
                    null,
                    change.condition() == null ? trigger.condition() : change.condition(),
                    change.actions() == null ? trigger.actions() : change.actions());
            trigger.reword(condition(whole), drafts.actions(Require.given(whole.actions(), "/actions")), now);
        }
        triggers.flush();
        triggers.keepWording(trigger, now);
        return trigger;
    }

    /** Removes a trigger; what it did stays done and explained. */
    public void remove(TriggerId id, Optional<Integer> expectedVersion) {
        stamp.raise(TriggerSets.AREA);
        Trigger trigger = triggers.get(id.value());
        trigger.requireVersion(expectedVersion);
        triggers.remove(trigger);
    }

    public Trigger get(TriggerId id) {
        return triggers.get(id.value());
    }

    /** One page of triggers, in the order in which they are asked. */
    public Slice<Trigger> page(Optional<Position> after, int limit) {
        return drafts.page(triggers, after, limit);
    }

    private Condition condition(RuleDraft draft) {
        return drafts.eventCondition(Require.given(draft.condition(), "/condition"));
    }

    private void requireFreeName(Trigger trigger) {
        if (triggers.isNameTaken(trigger.listing().name(), trigger.key())) {
            throw new Conflict("Another trigger has this name.");
        }
    }
}
