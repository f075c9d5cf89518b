package io.bilet.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a condition may ask about.
 *
 * @param name as in JSON, such as {@code ticket.subject}
 * @param description one English sentence for people who write rules
 * @param choices every value a {@code CHOICE} or {@code LEVEL} may have, lowest first; empty for other types
 * @param referencePrefix what the ids of a {@code REFERENCE} start with
 * @param personal whether its values are personal, so that explanations do not copy them
 */
public record Field(
        String name,
        FieldType type,
        String description,
        List<String> choices,
        @Nullable String referencePrefix,
        boolean personal) {

    public Field {
        choices = List.copyOf(choices);
    }

    public static Field of(String name, FieldType type, String description) {
        return new Field(name, type, description, List.of(), null, false);
    }

    /** A field whose values name or reach a person. */
    public static Field personal(String name, FieldType type, String description) {
        return new Field(name, type, description, List.of(), null, true);
    }

    /** One of a fixed list of words without order. */
    public static Field choice(String name, String description, List<String> choices) {
        return new Field(name, FieldType.CHOICE, description, choices, null, false);
    }

    /** One of a fixed list of words, given lowest first. */
    public static Field level(String name, String description, List<String> choices) {
        return new Field(name, FieldType.LEVEL, description, choices, null, false);
    }

    /** An id such as {@code grp_…}. */
    public static Field reference(String name, String description, String prefix) {
        return new Field(name, FieldType.REFERENCE, description, List.of(), prefix, false);
    }
}
