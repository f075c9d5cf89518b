package io.bilet.rest.sla;

import io.bilet.api.v1.model.SlaWarning;
import io.bilet.api.v1.model.SlaWarningActions;
import io.bilet.api.v1.model.TicketPriority;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The warnings of SLA policies as the API shows and takes them. */
final class SlaWarningJson {

    private SlaWarningJson() {}

    static SlaWarning of(JsonObject warning) {
        return new SlaWarning()
                .before(warning.getString("before", null))
                .percent(warning.containsKey("percent") ? warning.getInt("percent") : null)
                .actions(warning.containsKey("actions") ? actions(warning.getJsonObject("actions")) : null);
    }

    private static SlaWarningActions actions(JsonObject actions) {
        String priority = actions.getString("priority", null);
        return new SlaWarningActions()
                .notify(texts(actions, "notify"))
                .tags(texts(actions, "tags"))
                .priority(priority == null ? null : TicketPriority.fromValue(priority))
                .groupId(actions.getString("group_id", null))
                .reassign(actions.containsKey("reassign") ? actions.getBoolean("reassign") : null);
    }

    private static @Nullable List<String> texts(JsonObject actions, String member) {
        return actions.containsKey(member)
                ? actions.getJsonArray(member).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : null;
    }

    static JsonObject toJson(SlaWarning warning) {
        JsonObjectBuilder json = StoredJson.object();
        if (warning.getBefore() != null) {
            json.add("before", warning.getBefore());
        }
        if (warning.getPercent() != null) {
            json.add("percent", warning.getPercent());
        }
        return (warning.getActions() == null ? json : json.add("actions", toJson(warning.getActions()))).build();
    }

    private static JsonObject toJson(SlaWarningActions actions) {
        JsonObjectBuilder json = StoredJson.object();
        if (actions.getNotify() != null) {
            json.add("notify", StoredJson.array(actions.getNotify()));
        }
        if (actions.getTags() != null) {
            json.add("tags", StoredJson.array(actions.getTags()));
        }
        if (actions.getPriority() != null) {
            json.add("priority", actions.getPriority().value());
        }
        if (actions.getGroupId() != null) {
            json.add("group_id", actions.getGroupId());
        }
        return (actions.getReassign() == null ? json : json.add("reassign", actions.getReassign())).build();
    }
}
