package io.bilet.sla.policy;

import io.bilet.condition.ConditionReader;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.schedule.ScheduleId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The terms of a policy as JSON: as they are stored, and as the API gives and takes them. */
final class PolicyTermsJson {

    private final JsonObject json;
    private final List<FieldError> errors = new ArrayList<>();

    private PolicyTermsJson(JsonObject json) {
        this.json = json;
    }

    static JsonObject write(PolicyTerms terms) {
        JsonObjectBuilder written =
                StoredJson.object().add("condition", terms.condition().toJson());
        if (terms.schedule() != null) {
            written.add("schedule_id", terms.schedule().toString());
        }
        JsonArrayBuilder targets = StoredJson.array();
        terms.targets()
                .forEach(
                        (metric, byPriority) -> byPriority.forEach((priority, target) -> targets.add(StoredJson.object()
                                .add("metric", Wire.of(metric))
                                .add("priority", Wire.of(priority))
                                .add("target", target.time().toString())
                                .add("time", Wire.of(target.kind())))));
        JsonObjectBuilder pauses = StoredJson.object();
        terms.pauses().forEach((metric, statuses) -> {
            JsonArrayBuilder names = StoredJson.array();
            statuses.forEach(status -> names.add(Wire.of(status)));
            pauses.add(Wire.of(metric), names);
        });
        JsonArrayBuilder warnings = StoredJson.array();
        terms.warnings().forEach(step -> warnings.add(WarningStepsJson.write(step)));
        return written.add("targets", targets)
                .add("pauses", pauses)
                .add("warnings", warnings)
                .build();
    }

    /**
     * Reads terms whose members have the types that the API's specification gives them.
     *
     * @throws InvalidInput naming every place that breaks a rule
     */
    static PolicyTerms read(JsonObject json, ConditionReader conditions) {
        return new PolicyTermsJson(json).read(conditions);
    }

    private PolicyTerms read(ConditionReader conditions) {
        var condition = conditions.read(json.getOrDefault("condition", JsonValue.NULL), "/condition");
        String scheduleId =
                json.containsKey("schedule_id") && !json.isNull("schedule_id") ? json.getString("schedule_id") : null;
        ScheduleId schedule = scheduleId == null ? null : ScheduleId.parse(scheduleId);
        var terms = new PolicyTerms(
                condition, schedule, targets(schedule), pauses(), new WarningStepsJson(errors).read(list("warnings")));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return terms;
    }

    private Map<SlaMetric, Map<TicketPriority, SlaTarget>> targets(@Nullable ScheduleId schedule) {
        Map<SlaMetric, Map<TicketPriority, SlaTarget>> targets = new EnumMap<>(SlaMetric.class);
        List<JsonObject> written = list("targets").getValuesAs(JsonObject.class);
        if (written.isEmpty()) {
            refuse("/targets", "too_few", "At least one target is needed.");
        }
        for (int i = 0; i < written.size(); i++) {
            JsonObject each = written.get(i);
            String place = "/targets/" + i;
            var metric = Wire.read(SlaMetric.class, each.getString("metric"), place + "/metric");
            var priority = Wire.read(TicketPriority.class, each.getString("priority"), place + "/priority");
            var byPriority = targets.computeIfAbsent(metric, m -> new EnumMap<>(TicketPriority.class));
            if (byPriority.put(priority, target(each, schedule, place)) != null) {
                refuse(place, "twice", "There is a target for this metric and priority already.");
            }
        }
        return targets;
    }

    private SlaTarget target(JsonObject json, @Nullable ScheduleId schedule, String place) {
        Duration time = new TargetText(errors).read(json.getString("target"), place + "/target");
        String byDefault = Wire.of(schedule == null ? TimeKind.CALENDAR : TimeKind.BUSINESS);
        TimeKind kind = Wire.read(TimeKind.class, json.getString("time", byDefault), place + "/time");
        if (kind == TimeKind.BUSINESS && schedule == null) {
            refuse(place + "/time", "schedule_needed", "Business time needs a schedule.");
        }
        return new SlaTarget(time, kind);
    }

    private Map<SlaMetric, Set<TicketStatus>> pauses() {
        Map<SlaMetric, Set<TicketStatus>> pauses = new EnumMap<>(SlaMetric.class);
        JsonValue written = json.getOrDefault("pauses", JsonValue.EMPTY_JSON_OBJECT);
        written.asJsonObject().forEach((name, statuses) -> {
            String place = "/pauses/" + name;
            var metric = Wire.read(SlaMetric.class, name, place);
            Set<TicketStatus> set = EnumSet.noneOf(TicketStatus.class);
            List<JsonString> names = statuses.asJsonArray().getValuesAs(JsonString.class);
            for (int i = 0; i < names.size(); i++) {
                set.add(status(metric, names.get(i).getString(), place + "/" + i));
            }
            pauses.put(metric, set);
        });
        return pauses;
    }

    private TicketStatus status(SlaMetric metric, String name, String place) {
        TicketStatus status = Wire.read(TicketStatus.class, name, place);
        if (status != TicketStatus.PENDING && status != TicketStatus.ON_HOLD) {
            refuse(place, "not_a_rest", "A clock rests only while pending or on hold; a solved ticket rests anyway.");
        } else if (!metric.mayRestIn(status)) {
            refuse(place, "not_a_rest", "What this metric means leaves no choice: it counts in this status.");
        }
        return status;
    }

    private JsonArray list(String name) {
        return json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
    }

    private void refuse(String place, String code, String detail) {
        errors.add(new FieldError(place, code, detail));
    }
}
