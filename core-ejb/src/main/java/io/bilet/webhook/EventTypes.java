package io.bilet.webhook;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an endpoint wants to hear of: types of changes such as {@code ticket.created}, or {@code ticket.*} for all. */
public record EventTypes(List<String> names) {

    private static final int COUNT_MAX = 50;
    private static final Pattern NAME = Pattern.compile("(ticket|user|organization|webhook)\\.(\\*|[a-z_]{1,50})");
    private static final String ALL = "*";

    public EventTypes {
        names = List.copyOf(names);
    }

    /**
     * Reads what was asked for.
     *
     * @throws InvalidInput naming each that is none
     */
    static EventTypes read(List<String> names, String pointer) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!NAME.matcher(names.get(i)).matches()) {
                errors.add(new FieldError(pointer + "/" + i, "unknown_event_type", "There is no such type of change."));
            }
        }
        if (names.isEmpty() || names.size() > COUNT_MAX) {
            errors.add(new FieldError(
                    pointer, "event_type_count", "Between 1 and %d types are needed.".formatted(COUNT_MAX)));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new EventTypes(names.stream().distinct().sorted().toList());
    }

    static EventTypes parse(String stored) {
        return new EventTypes(List.of(stored.split(" ")));
    }

    boolean include(String type) {
        return names.contains(type) || names.contains(type.substring(0, type.indexOf('.') + 1) + ALL);
    }

    /** The names, separated by blanks. */
    @Override
    public String toString() {
        return String.join(" ", names);
    }
}
