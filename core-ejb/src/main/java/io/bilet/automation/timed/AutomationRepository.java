package io.bilet.automation.timed;

import io.bilet.automation.ActingRuleRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores automations. */
@ApplicationScoped
public class AutomationRepository extends ActingRuleRepository<Automation> {

    public AutomationRepository() {
        super(Automation.class, "automation", "automation");
    }
}
