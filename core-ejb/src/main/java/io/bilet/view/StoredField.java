package io.bilet.view;

import java.util.Map;
import java.util.Optional;

/**
 * Where the database keeps a field of a stored ticket, exactly as memory sees it.
 *
 * @param column an expression over the columns of the ticket {@code t}
 */
record StoredField(Kind kind, String column) {

    /** How values are kept. */
    enum Kind {
        /** A constant of ours in upper case. */
        WORD,
        /** A UUID. */
        ID,
        NUMBER,
        TIME,
        /** A text of visible ASCII characters in lower case, such as a language tag. */
        CODE,
        /** Rows of {@code ticket_tag}. */
        TAGS
    }

    private static final Map<String, StoredField> FIELDS = Map.ofEntries(
            Map.entry("ticket.status", new StoredField(Kind.WORD, "t.status")),
            Map.entry("ticket.priority", new StoredField(Kind.WORD, "t.priority")),
            Map.entry("ticket.type", new StoredField(Kind.WORD, "t.type")),
            Map.entry("ticket.channel", new StoredField(Kind.WORD, "t.channel")),
            Map.entry("ticket.folder", new StoredField(Kind.WORD, "t.folder")),
            Map.entry("ticket.language", new StoredField(Kind.CODE, "LOWER(t.language)")),
            Map.entry("ticket.tags", new StoredField(Kind.TAGS, "t.id")),
            Map.entry("ticket.brand_id", new StoredField(Kind.ID, "t.brand_id")),
            Map.entry("ticket.group_id", new StoredField(Kind.ID, "t.group_id")),
            Map.entry("ticket.assignee_id", new StoredField(Kind.ID, "t.assignee_id")),
            Map.entry("ticket.requester_id", new StoredField(Kind.ID, "t.requester_id")),
            Map.entry("ticket.tier", new StoredField(Kind.NUMBER, "t.tier")),
            Map.entry("ticket.created_at", new StoredField(Kind.TIME, "t.created_at")),
            Map.entry("ticket.updated_at", new StoredField(Kind.TIME, "t.updated_at")),
            Map.entry("ticket.solved_at", new StoredField(Kind.TIME, "t.solved_at")),
            Map.entry("ticket.due_at", new StoredField(Kind.TIME, "t.due_at")),
            Map.entry("organization.id", new StoredField(Kind.ID, ofRequester("organization_id"))),
            Map.entry("requester.language", new StoredField(Kind.CODE, "LOWER(" + ofRequester("language") + ")")));

    private static String ofRequester(String column) {
        return "(SELECT u." + column + " FROM user u WHERE u.id = t.requester_id)";
    }

    static Optional<StoredField> of(String field) {
        return Optional.ofNullable(FIELDS.get(field));
    }
}
