package io.bilet.automation.trigger;

import io.bilet.automation.ActingRuleRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores triggers. */
@ApplicationScoped
public class TriggerRepository extends ActingRuleRepository<Trigger> {

    public TriggerRepository() {
        super(Trigger.class, "event_trigger", "trigger");
    }
}
