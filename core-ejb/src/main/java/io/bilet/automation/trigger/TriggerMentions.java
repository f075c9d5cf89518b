package io.bilet.automation.trigger;

import io.bilet.condition.FieldUser;
import io.bilet.platform.database.Referrer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Which ids the present triggers name, in a condition or an action, and which of them ask about a field. */
@ApplicationScoped
public class TriggerMentions implements Referrer, FieldUser {

    @Inject
    private TriggerRepository triggers;

    @Override
    public boolean mentions(UUID id) {
        return triggers.mentions(id);
    }

    @Override
    public List<Use> usesOf(String field) {
        return triggers.usesOf(field);
    }
}
