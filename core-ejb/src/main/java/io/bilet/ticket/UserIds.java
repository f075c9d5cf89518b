package io.bilet.ticket;

import io.bilet.people.UserId;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Users, stored as {@code usr_…} between blanks. */
@Converter
public class UserIds implements AttributeConverter<Set<UserId>, String> {

    @Override
    public String convertToDatabaseColumn(Set<UserId> users) {
        return users.stream().map(UserId::toString).collect(Collectors.joining(" "));
    }

    @Override
    public Set<UserId> convertToEntityAttribute(String column) {
        return column.isEmpty()
                ? new LinkedHashSet<>()
                : Arrays.stream(column.split(" "))
                        .map(UserId::parse)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
