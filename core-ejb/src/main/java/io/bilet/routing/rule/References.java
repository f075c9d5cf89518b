package io.bilet.routing.rule;

import io.bilet.condition.Check;
import io.bilet.condition.Condition;
import io.bilet.condition.FieldType;
import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.routing.StaffQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sees to it that rules speak only of groups and skills that exist. */
@ApplicationScoped
class References {

    private static final String GROUP_PREFIX = "grp_";

    @Inject
    private StaffQueries staff;

    void require(RuleEffects effects, String pointer) {
        if (effects.group() != null && !staff.groupExists(effects.group())) {
            throw InvalidInput.unknownReference(pointer + "/group_id");
        }
        List<FieldError> unknown = new ArrayList<>();
        int place = 0;
        for (SkillId skill : effects.skills().keySet()) {
            if (!staff.skillExists(skill)) {
                unknown.add(unknown("%s/skills/%d/skill_id".formatted(pointer, place)));
            }
            place++;
        }
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown);
        }
    }

    void require(Condition condition, String pointer) {
        boolean allKnown = condition.checks().stream()
                .filter(check -> check.field().type() == FieldType.REFERENCE)
                .flatMap(References::named)
                .filter(id -> id.startsWith(GROUP_PREFIX))
                .allMatch(id -> staff.groupExists(GroupId.parse(id)));
        if (!allKnown) {
            throw InvalidInput.unknownReference(pointer);
        }
    }

    private static Stream<String> named(Check check) {
        JsonValue expected = check.expected();
        Stream<JsonValue> values = expected instanceof JsonArray several ? several.stream() : Stream.of(expected);
        return values.filter(JsonString.class::isInstance)
                .map(JsonString.class::cast)
                .map(JsonString::getString);
    }

    private static FieldError unknown(String pointer) {
        return InvalidInput.unknownReference(pointer).errors().get(0);
    }
}
