package io.bilet.feed;

import io.bilet.audit.Act;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change, where it stands in the feed.
 *
 * @param position counts all changes of the installation; larger is later
 * @param type such as {@code ticket.status_changed}; {@link #GONE} where the caller no longer sees it
 * @param subject what changed
 * @param fields names of the fields that changed
 * @param data what the record of a ticket keeps of it; empty for everything else
 */
public record Change(long position, String type, Subject subject, Act act, List<String> fields, JsonObject data) {

    /** Tells that a ticket has left the caller's sight: a copy of it is to be forgotten. */
    public static final String GONE = "ticket.gone";

    public Change {
        fields = List.copyOf(fields);
    }

    /**
     * What changed.
     *
     * @param type such as {@code ticket}
     * @param id in the outside form
     * @param sequence counts the changes of one ticket without gaps; null for everything else
     */
    public record Subject(String type, String id, @Nullable Long sequence) {}

    static List<String> fieldsOf(JsonObject data) {
        return data.get("field") instanceof JsonString field ? List.of(field.getString()) : List.of();
    }

    static List<String> fieldsOf(JsonArray changes) {
        return changes.getValuesAs(JsonObject.class).stream()
                .map(change -> change.getString("field"))
                .toList();
    }
}
