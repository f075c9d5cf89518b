package io.bilet.automation.timed;

import io.bilet.automation.ActingRule;
import io.bilet.automation.action.Action;
import io.bilet.condition.Condition;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** Something done to a ticket for which a condition has held for a time. */
@Entity
@Table(name = "automation")
public class Automation extends ActingRule {

    @Embedded
    private Delay delay;

    /** Counts what makes timers run anew; timers of an earlier one never come due. */
    @Column(name = "arming", nullable = false)
    private int arming = 1;

    @SuppressWarnings("NullAway.Init")
    protected Automation() {} // for JPA

    public Automation(
            AutomationId id, String name, Condition condition, Delay delay, List<Action> actions, Instant now) {
        super(id.value(), name, condition, actions, now);
        this.delay = delay;
    }

    /** Lets all timers begin anew, because what they wait for is another, or they waited for nothing. */
    void armAnew() {
        arming++;
    }

    void waitFor(Delay next) {
        delay = next;
    }

    public AutomationId id() {
        return new AutomationId(key());
    }

    public Delay delay() {
        return delay;
    }

    public int arming() {
        return arming;
    }
}
