package io.bilet.automation.trigger;

import io.bilet.automation.RuleDraft;
import io.bilet.automation.action.ActionLanguage;
import io.bilet.platform.json.StoredJson;
import io.bilet.testing.Beans;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Triggers of one test; those that act on every ticket would act on those of other tests. */
public final class Rulebook {

    private final TriggerAdmin admin;
    private final String subject = "Subject " + UUID.randomUUID();
    private final List<TriggerId> made = new ArrayList<>();

    public Rulebook(Beans node) {
        admin = node.get(TriggerAdmin.class);
    }

    /** Tickets with this subject are looked at, and no others. */
    public String subject() {
        return subject;
    }

    /** A trigger, its condition and its actions written with single quotes. */
    public Trigger trigger(String condition, String actions) {
        JsonObject whole = json(
                "{'all':[{'field':'ticket.subject','operator':'is','value':'%s'},%s]}".formatted(subject, condition));
        Trigger trigger = admin.create(new RuleDraft(
                "Trigger " + UUID.randomUUID(), null, null, null, whole, ActionLanguage.written("[" + actions + "]")));
        made.add(trigger.id());
        return trigger;
    }

    public void removeAll() {
        made.forEach(id -> admin.remove(id, Optional.empty()));
        made.clear();
    }

    public static JsonObject json(String text) {
        return StoredJson.readObject(text.replace('\'', '"'));
    }
}
