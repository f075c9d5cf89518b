package io.bilet.condition;

import io.bilet.platform.database.Like;
import java.util.List;

/** Whoever keeps conditions, and so must be asked before a field goes about which one of them asks; found by CDI. */
public interface FieldUser {

    /** What asks about the field, by name; a few are enough. */
    List<Use> usesOf(String field);

    /** How the checks of a field look in stored conditions, as a pattern for LIKE. */
    static String checksOf(String field) {
        return Like.containing("\"field\":\"" + field + "\"");
    }

    /**
     * One that asks.
     *
     * @param kind what it is, in words: routing rule
     */
    record Use(String kind, String name) {

        @Override
        public String toString() {
            return "%s \"%s\"".formatted(kind, name);
        }
    }
}
