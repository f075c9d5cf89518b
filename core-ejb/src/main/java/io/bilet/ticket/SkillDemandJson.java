package io.bilet.ticket;

import io.bilet.people.SkillId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Skills to ask for, as rules are written and stored; the shape was checked before. */
public final class SkillDemandJson {

    private static final Duration DROP_AFTER_MAX = Duration.ofDays(28);

    private SkillDemandJson() {}

    /**
     * Reads a list of demands.
     *
     * @throws InvalidInput naming the place of a level or a time that is out of range, or of a skill asked for twice
     */
    public static Map<SkillId, SkillDemand> read(JsonArray json, String pointer) {
        Map<SkillId, SkillDemand> skills = new LinkedHashMap<>();
        for (JsonObject skill : json.getValuesAs(JsonObject.class)) {
            String place = pointer + "/" + skills.size();
            int level = Require.range(skill.getInt("level"), 1, 5, place + "/level");
            var demand = new SkillDemand(level, dropAfter(skill, place + "/drop_after"));
            if (skills.put(SkillId.parse(skill.getString("skill_id")), demand) != null) {
                throw new InvalidInput(place, "duplicate", "A skill is asked for once.");
            }
        }
        return skills;
    }

    private static @Nullable Duration dropAfter(JsonObject skill, String pointer) {
        if (!skill.containsKey("drop_after")) {
            return null;
        }
        Duration after = Duration.parse(skill.getString("drop_after"));
        if (after.isNegative() || after.isZero() || after.compareTo(DROP_AFTER_MAX) > 0) {
            throw new InvalidInput(pointer, "out_of_range", "More than nothing and at most 28 days is allowed.");
        }
        return after;
    }

    public static JsonArrayBuilder write(Map<SkillId, SkillDemand> skills) {
        JsonArrayBuilder json = StoredJson.array();
        skills.forEach((skill, demand) -> {
            JsonObjectBuilder one =
                    StoredJson.object().add("skill_id", skill.toString()).add("level", demand.level());
            json.add(
                    demand.dropAfter() == null
                            ? one
                            : one.add("drop_after", demand.dropAfter().toString()));
        });
        return json;
    }
}
