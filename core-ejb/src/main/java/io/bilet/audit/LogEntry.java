package io.bilet.audit;

import jakarta.json.JsonArray;

/**
 * One line in the audit log.
 *
 * @param change what was done to what
 */
public record LogEntry(LogEntryId id, Act act, Change change) {

    /**
     * Something about the desk itself that is different now.
     *
     * @param type such as {@code brand.updated}; before the dot stands what it is
     * @param subjectId its id, in the outside form
     * @param fields what changed of it, each with its name and the values before and after, as in the API
     */
    public record Change(String type, String subjectId, JsonArray fields) {

        /** What it is that changed: a brand, a user. */
        public String subjectType() {
            return type.substring(0, type.indexOf('.'));
        }
    }
}
