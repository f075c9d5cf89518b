package io.bilet.routing.rule;

import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.platform.text.Languages;
import io.bilet.platform.text.Tags;
import io.bilet.routing.rule.RuleEffects.PutAway;
import io.bilet.ticket.SkillDemand;
import io.bilet.ticket.SkillDemandJson;
import io.bilet.ticket.TicketPriority;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Effects as they are stored and as the API writes them; the shape was checked against the specification before. */
final class RuleEffectsJson {

    private RuleEffectsJson() {}

    /**
     * Reads effects.
     *
     * @throws InvalidInput naming the place that breaks a rule, or {@code pointer} if nothing would be done
     */
    static RuleEffects read(JsonObject json, String pointer) {
        RuleEffects effects = new RuleEffects(
                json.containsKey("group_id") ? GroupId.parse(json.getString("group_id")) : null,
                json.containsKey("priority")
                        ? Wire.read(TicketPriority.class, json.getString("priority"), pointer + "/priority")
                        : null,
                tags(json, pointer + "/tags"),
                skills(json, pointer + "/skills"),
                language(json, pointer + "/language"),
                json.getBoolean("vip", false),
                putAway(json, pointer));
        if (effects.isEmpty()) {
            throw new InvalidInput(pointer, "empty", "A rule needs at least one effect.");
        }
        return effects;
    }

    private static SortedSet<String> tags(JsonObject json, String pointer) {
        if (!json.containsKey("tags")) {
            return new TreeSet<>();
        }
        List<String> given = json.getJsonArray("tags").getValuesAs(JsonString::getString);
        return Tags.normalise(given, pointer);
    }

    private static Map<SkillId, SkillDemand> skills(JsonObject json, String pointer) {
        return json.containsKey("skills") ? SkillDemandJson.read(json.getJsonArray("skills"), pointer) : Map.of();
    }

    private static @Nullable String language(JsonObject json, String pointer) {
        return json.containsKey("language") ? Languages.canonical(json.getString("language"), pointer) : null;
    }

    private static PutAway putAway(JsonObject json, String pointer) {
        boolean archive = json.getBoolean("archive", false);
        boolean spam = json.getBoolean("spam", false);
        if (archive && spam) {
            throw new InvalidInput(pointer, "contradiction", "A ticket is archived or spam, not both.");
        }
        return archive ? PutAway.ARCHIVE : spam ? PutAway.SPAM : PutAway.NO;
    }

    static JsonObject write(RuleEffects effects) {
        JsonObjectBuilder json = StoredJson.object();
        if (effects.group() != null) {
            json.add("group_id", effects.group().toString());
        }
        if (effects.priority() != null) {
            json.add("priority", Wire.of(effects.priority()));
        }
        if (!effects.tags().isEmpty()) {
            json.add("tags", StoredJson.array(effects.tags()));
        }
        if (!effects.skills().isEmpty()) {
            json.add("skills", SkillDemandJson.write(effects.skills()));
        }
        if (effects.language() != null) {
            json.add("language", effects.language());
        }
        if (effects.isVip()) {
            json.add("vip", true);
        }
        switch (effects.putAway()) {
            case ARCHIVE -> json.add("archive", true);
            case SPAM -> json.add("spam", true);
            case NO -> {}
        }
        return json.build();
    }
}
