package io.bilet.rest.routing;

import io.bilet.api.v1.model.NewRoutingRule;
import io.bilet.api.v1.model.RoutingEffects;
import io.bilet.api.v1.model.SkillDemand;
import io.bilet.api.v1.model.TicketPriority;
import io.bilet.platform.json.StoredJson;
import io.bilet.routing.rule.RoutingRule;
import io.bilet.routing.rule.RoutingRuleAdmin.Draft;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Routing rules as the API shows and takes them. */
public final class RoutingRuleJson {

    private RoutingRuleJson() {}

    static io.bilet.api.v1.model.RoutingRule of(RoutingRule rule) {
        return new io.bilet.api.v1.model.RoutingRule()
                .id(rule.id().toString())
                .name(rule.listing().name())
                .position(rule.listing().position())
                .active(rule.listing().isActive())
                .condition(rule.condition())
                .effects(effects(rule.effects()))
                .createdAt(rule.listing().createdAt())
                .updatedAt(rule.listing().updatedAt())
                .version(rule.version());
    }

    public static Draft toDraft(NewRoutingRule body) {
        return new Draft(
                body.getName(), body.getPosition(), body.getActive(), body.getCondition(), toJson(body.getEffects()));
    }

    /** What a patch changes; condition and effects are replaced as a whole. */
    static Draft toDraft(JsonObject patch) {
        return new Draft(
                patch.getString("name", null),
                patch.get("position") instanceof JsonNumber number ? number.intValueExact() : null,
                patch.containsKey("active") ? patch.getBoolean("active") : null,
                patch.get("condition") instanceof JsonObject condition ? condition : null,
                patch.get("effects") instanceof JsonObject effects ? effects : null);
    }

    private static RoutingEffects effects(JsonObject json) {
        return new RoutingEffects()
                .groupId(json.getString("group_id", null))
                .priority(json.containsKey("priority") ? TicketPriority.fromValue(json.getString("priority")) : null)
                .tags(json.containsKey("tags") ? json.getJsonArray("tags").getValuesAs(JsonString::getString) : null)
                .skills(json.containsKey("skills") ? skills(json) : null)
                .language(json.getString("language", null))
                .vip(json.getBoolean("vip", false))
                .archive(json.getBoolean("archive", false))
                .spam(json.getBoolean("spam", false));
    }

    private static List<SkillDemand> skills(JsonObject json) {
        return json.getJsonArray("skills").getValuesAs(JsonObject.class).stream()
                .map(skill -> new SkillDemand()
                        .skillId(skill.getString("skill_id"))
                        .level(skill.getInt("level"))
                        .dropAfter(skill.getString("drop_after", null)))
                .toList();
    }

    private static JsonObject toJson(RoutingEffects effects) {
        JsonObjectBuilder json = StoredJson.object();
        text(json, "group_id", effects.getGroupId());
        text(
                json,
                "priority",
                effects.getPriority() == null ? null : effects.getPriority().value());
        text(json, "language", effects.getLanguage());
        if (effects.getTags() != null) {
            json.add("tags", StoredJson.array(effects.getTags()));
        }
        if (effects.getSkills() != null) {
            json.add("skills", skills(effects.getSkills()));
        }
        json.add("vip", Boolean.TRUE.equals(effects.getVip()));
        json.add("archive", Boolean.TRUE.equals(effects.getArchive()));
        json.add("spam", Boolean.TRUE.equals(effects.getSpam()));
        return json.build();
    }

    private static JsonArrayBuilder skills(List<SkillDemand> demands) {
        JsonArrayBuilder skills = StoredJson.array();
        for (SkillDemand demand : demands) {
            JsonObjectBuilder skill =
                    StoredJson.object().add("skill_id", demand.getSkillId()).add("level", demand.getLevel());
            text(skill, "drop_after", demand.getDropAfter());
            skills.add(skill);
        }
        return skills;
    }

    private static void text(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
