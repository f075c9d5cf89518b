package io.bilet.people.team;

import io.bilet.people.OrganizationId;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Organizations as a column keeps them: their ids with commas between, in which SQL can look. */
@Converter
public class Organizations implements AttributeConverter<Set<OrganizationId>, String> {

    @Override
    public String convertToDatabaseColumn(Set<OrganizationId> organizations) {
        return organizations.stream()
                .map(organization -> organization.value().toString())
                .sorted()
                .collect(Collectors.joining(","));
    }

    @Override
    public Set<OrganizationId> convertToEntityAttribute(String column) {
        return column.isEmpty()
                ? Set.of()
                : Arrays.stream(column.split(","))
                        .map(id -> new OrganizationId(UUID.fromString(id)))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
