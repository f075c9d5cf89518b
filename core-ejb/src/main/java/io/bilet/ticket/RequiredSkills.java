package io.bilet.ticket;

import io.bilet.people.SkillId;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Skills a ticket asks for, stored as {@code skl_…=level} or {@code skl_…=level/duration} between blanks. */
@Converter
public class RequiredSkills implements AttributeConverter<Map<SkillId, SkillDemand>, String> {

    @Override
    public String convertToDatabaseColumn(Map<SkillId, SkillDemand> skills) {
        return skills.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(SkillId::value)))
                .map(skill -> skill.getKey() + "=" + text(skill.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String text(SkillDemand demand) {
        return demand.dropAfter() == null ? "" + demand.level() : demand.level() + "/" + demand.dropAfter();
    }

    @Override
    public Map<SkillId, SkillDemand> convertToEntityAttribute(String column) {
        Map<SkillId, SkillDemand> skills = new LinkedHashMap<>();
        for (String skill : column.isEmpty() ? new String[0] : column.split(" ")) {
            int equals = skill.indexOf('=');
            skills.put(SkillId.parse(skill.substring(0, equals)), demand(skill.substring(equals + 1)));
        }
        return skills;
    }

    private static SkillDemand demand(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? SkillDemand.of(Integer.parseInt(text))
                : new SkillDemand(
                        Integer.parseInt(text.substring(0, slash)), Duration.parse(text.substring(slash + 1)));
    }
}
