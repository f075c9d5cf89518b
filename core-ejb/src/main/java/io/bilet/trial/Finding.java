package io.bilet.trial;

import io.bilet.platform.json.StoredJson;
import io.bilet.trial.Recorded.ClockEnd;
import io.bilet.trial.Recorded.ClockName;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket would have fared otherwise.
 *
 * @param fields what rules on opening would have decided otherwise, each with its name and both values
 * @param clocks which would have ended otherwise
 */
record Finding(Recorded ticket, JsonArray fields, JsonArray clocks) {

    private static final ClockEnd NONE = new ClockEnd(null, false);

    static Finding between(Recorded ticket, Map<String, JsonValue> routed, @Nullable Map<ClockName, ClockEnd> clocks) {
        return new Finding(
                ticket,
                fields(ticket.routed(), routed),
                clocks == null ? JsonValue.EMPTY_JSON_ARRAY : clocks(ticket.clocks(), clocks));
    }

    private static JsonArray fields(Map<String, JsonValue> recorded, Map<String, JsonValue> drafted) {
        Set<String> names = new TreeSet<>(recorded.keySet());
        names.addAll(drafted.keySet());
        JsonArrayBuilder differences = StoredJson.array();
        for (String field : names) {
            JsonValue before = recorded.getOrDefault(field, JsonValue.NULL);
            JsonValue after = drafted.getOrDefault(field, JsonValue.NULL);
            if (!before.equals(after)) {
                differences.add(StoredJson.object()
                        .add("field", field)
                        .add("recorded", before)
                        .add("drafted", after));
            }
        }
        return differences.build();
    }

    private static JsonArray clocks(Map<ClockName, ClockEnd> recorded, Map<ClockName, ClockEnd> drafted) {
        Set<ClockName> names =
                new TreeSet<>(Comparator.comparing(ClockName::metric).thenComparing(ClockName::cycle));
        names.addAll(recorded.keySet());
        names.addAll(drafted.keySet());
        JsonArrayBuilder differences = StoredJson.array();
        for (ClockName name : names) {
            ClockEnd before = recorded.getOrDefault(name, NONE);
            ClockEnd after = drafted.getOrDefault(name, NONE);
            if (!before.equals(after)) {
                differences.add(clock(name, before, after));
            }
        }
        return differences.build();
    }

    private static JsonObjectBuilder clock(ClockName name, ClockEnd before, ClockEnd after) {
        JsonObjectBuilder clock =
                StoredJson.object().add("metric", name.metric()).add("cycle", name.cycle());
        due(clock, "recorded_due_at", before.due());
        due(clock, "drafted_due_at", after.due());
        return clock.add("recorded_breach", before.broken()).add("drafted_breach", after.broken());
    }

    private static void due(JsonObjectBuilder clock, String name, @Nullable Instant due) {
        if (due != null) {
            clock.add(name, due.toString());
        }
    }

    boolean isEmpty() {
        return fields.isEmpty() && clocks.isEmpty();
    }

    boolean goesElsewhere() {
        return fields.getValuesAs(JsonObject.class).stream()
                .map(field -> field.getString("field"))
                .anyMatch(field -> field.equals("group_id") || field.equals("folder"));
    }

    boolean fallsDueOtherwise() {
        return clocks.getValuesAs(JsonObject.class).stream()
                .anyMatch(clock -> !Objects.equals(
                        clock.getString("recorded_due_at", null), clock.getString("drafted_due_at", null)));
    }

    long breachesGained() {
        return breaches(false, true);
    }

    long breachesAvoided() {
        return breaches(true, false);
    }

    private long breaches(boolean recorded, boolean drafted) {
        return clocks.getValuesAs(JsonObject.class).stream()
                .filter(clock -> clock.getBoolean("recorded_breach") == recorded)
                .filter(clock -> clock.getBoolean("drafted_breach") == drafted)
                .count();
    }

    JsonObject toJson() {
        return StoredJson.object().add("fields", fields).add("clocks", clocks).build();
    }
}
