package io.bilet.automation.trigger;

import io.bilet.platform.database.Referrer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Which ids the present triggers name, in a condition or an action. */
@ApplicationScoped
public class TriggerMentions implements Referrer {

    @Inject
    private TriggerRepository triggers;

    @Override
    public boolean mentions(UUID id) {
        return triggers.mentions(id);
    }
}
