package io.bilet.automation.trigger;

import io.bilet.automation.ActingRule;
import io.bilet.automation.action.Action;
import io.bilet.condition.Condition;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** Something done to a ticket whenever it is opened or changed, if a condition holds for what happened. */
@Entity
@Table(name = "event_trigger")
public class Trigger extends ActingRule {

    protected Trigger() {} // for JPA

    public Trigger(TriggerId id, String name, Condition condition, List<Action> actions, Instant now) {
        super(id.value(), name, condition, actions, now);
    }

    public TriggerId id() {
        return new TriggerId(key());
    }
}
