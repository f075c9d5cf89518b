package io.bilet.ticket;

import io.bilet.people.SkillId;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Skills a ticket asks for, stored as {@code skl_…=level} between blanks. */
@Converter
public class RequiredSkills implements AttributeConverter<Map<SkillId, Integer>, String> {

    @Override
    public String convertToDatabaseColumn(Map<SkillId, Integer> skills) {
        return skills.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(SkillId::value)))
                .map(skill -> skill.getKey() + "=" + skill.getValue())
                .collect(Collectors.joining(" "));
    }

    @Override
    public Map<SkillId, Integer> convertToEntityAttribute(String column) {
        Map<SkillId, Integer> skills = new LinkedHashMap<>();
        for (String skill : column.isEmpty() ? new String[0] : column.split(" ")) {
            int equals = skill.indexOf('=');
            skills.put(SkillId.parse(skill.substring(0, equals)), Integer.valueOf(skill.substring(equals + 1)));
        }
        return skills;
    }
}
