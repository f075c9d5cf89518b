package io.bilet.sla.policy;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.platform.text.Tags;
import io.bilet.ticket.TicketPriority;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The warnings of a policy as JSON. */
final class WarningStepsJson {

    /** More warnings about one promise are noise. */
    private static final int WARNINGS_MAX = 5;

    /** Among those who are told, whoever owns the ticket then. */
    private static final String OWNER = "owner";

    private final List<FieldError> errors;

    /** @param errors where what breaks a rule is added */
    WarningStepsJson(List<FieldError> errors) {
        this.errors = errors;
    }

    static JsonObject write(WarningStep step) {
        JsonObjectBuilder warning = StoredJson.object();
        if (step instanceof WarningStep.Share share) {
            warning.add("percent", share.percent());
        } else if (step instanceof WarningStep.BeforeDue before) {
            warning.add("before", before.left().toString());
        }
        if (!step.actions().equals(WarningActions.NONE)) {
            warning.add("actions", write(step.actions()));
        }
        return warning.build();
    }

    private static JsonObject write(WarningActions actions) {
        JsonObjectBuilder written = StoredJson.object();
        List<String> told = new ArrayList<>(actions.tellsOwner() ? List.of(OWNER) : List.of());
        actions.tells().forEach(user -> told.add(user.toString()));
        if (!told.isEmpty()) {
            written.add("notify", StoredJson.array(told));
        }
        if (!actions.tags().isEmpty()) {
            written.add("tags", StoredJson.array(actions.tags()));
        }
        if (actions.priority() != null) {
            written.add("priority", Wire.of(actions.priority()));
        }
        if (actions.group() != null) {
            written.add("group_id", actions.group().toString());
        }
        return (actions.reassigns() ? written.add("reassign", true) : written).build();
    }

    List<WarningStep> read(JsonArray written) {
        List<WarningStep> steps = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (JsonObject each : written.getValuesAs(JsonObject.class)) {
            String place = "/warnings/" + steps.size();
            WarningStep step = step(each, place);
            if (!labels.add(step.label())) {
                refuse(place, "twice", "This warning is there already.");
            }
            steps.add(step);
        }
        if (steps.size() > WARNINGS_MAX) {
            refuse("/warnings", "too_many", "At most %d warnings are allowed.".formatted(WARNINGS_MAX));
        }
        return steps;
    }

    private WarningStep step(JsonObject json, String place) {
        WarningActions actions = actions(json.get("actions"), place + "/actions");
        if (json.containsKey("percent") == json.containsKey("before")) {
            refuse(place, "one_of", "Either percent or before is needed.");
            return new WarningStep.Share(1);
        }
        if (json.containsKey("percent")) {
            return new WarningStep.Share(json.getInt("percent"), actions);
        }
        Duration left = new TargetText(errors).read(json.getString("before"), place + "/before");
        return new WarningStep.BeforeDue(left, actions);
    }

    private WarningActions actions(@Nullable JsonValue value, String place) {
        if (value == null || value.equals(JsonValue.NULL)) {
            return WarningActions.NONE;
        }
        JsonObject json = value.asJsonObject();
        List<String> told = texts(json, "notify");
        SortedSet<String> tags =
                json.containsKey("tags") ? Tags.normalise(texts(json, "tags"), place + "/tags") : new TreeSet<>();
        String priority = json.getString("priority", null);
        String group = json.getString("group_id", null);
        var actions = new WarningActions(
                told.contains(OWNER),
                told.stream()
                        .filter(name -> !name.equals(OWNER))
                        .map(UserId::parse)
                        .toList(),
                tags,
                priority == null ? null : Wire.read(TicketPriority.class, priority, place + "/priority"),
                group == null ? null : GroupId.parse(group),
                json.getBoolean("reassign", false));
        if (actions.equals(WarningActions.NONE)) {
            refuse(place, "too_few", "Actions that do nothing are no actions.");
        }
        return actions;
    }

    private static List<String> texts(JsonObject json, String member) {
        return json.containsKey(member)
                ? json.getJsonArray(member).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }

    private void refuse(String place, String code, String detail) {
        errors.add(new FieldError(place, code, detail));
    }
}
