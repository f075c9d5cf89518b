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
 * @param ofEvent whether it is about an event, so that only rules that act on events can ask for it
 */
public record Field(
        String name,
        FieldType type,
        String description,
        List<String> choices,
        @Nullable String referencePrefix,
        boolean personal,
        boolean ofEvent) {

    public Field {
        choices = List.copyOf(choices);
    }

    public static Field of(String name, FieldType type, String description) {
        return new Field(name, type, description, List.of(), null, false, false);
    }

    /** A field whose values name or reach a person. */
    public static Field personal(String name, FieldType type, String description) {
        return new Field(name, type, description, List.of(), null, true, false);
    }

    /** One of a fixed list of words without order. */
    public static Field choice(String name, String description, List<String> choices) {
        return new Field(name, FieldType.CHOICE, description, choices, null, false, false);
    }

    /** One of a fixed list of words, given lowest first. */
    public static Field level(String name, String description, List<String> choices) {
        return new Field(name, FieldType.LEVEL, description, choices, null, false, false);
    }

    /** An id such as {@code grp_…}. */
    public static Field reference(String name, String description, String prefix) {
        return new Field(name, FieldType.REFERENCE, description, List.of(), prefix, false, false);
    }

    /** The same, for rules that act on events only. */
    public Field forEvents() {
        return new Field(name, type, description, choices, referencePrefix, personal, true);
    }
}
