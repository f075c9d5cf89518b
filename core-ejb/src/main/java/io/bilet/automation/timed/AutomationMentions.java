package io.bilet.automation.timed;

import io.bilet.platform.database.Referrer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Which ids the present automations name, in a condition or an action. */
@ApplicationScoped
public class AutomationMentions implements Referrer {

    @Inject
    private AutomationRepository automations;

    @Override
    public boolean mentions(UUID id) {
        return automations.mentions(id);
    }
}
