package io.bilet.view;

import io.bilet.platform.error.InvalidInput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a view shows its tickets.
 *
 * @param columns names of members of a ticket, in the order in which they are shown; 1 to 12, each once
 */
public record ViewLayout(List<String> columns, ViewSort sort, ViewGrouping grouping) {

    static final int COLUMNS_MAX = 12;

    /** What a ticket shows of itself in one line. */
    private static final Set<String> SHOWN = Set.of(
            "number",
            "subject",
            "status",
            "priority",
            "type",
            "channel",
            "folder",
            "requester_id",
            "organization_id",
            "group_id",
            "assignee_id",
            "tier",
            "tags",
            "language",
            "due_at",
            "created_at",
            "updated_at");

    /**
     * Reads a layout.
     *
     * @throws InvalidInput naming the column that a list of tickets does not show, or shows already
     */
    public ViewLayout {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.size() > COLUMNS_MAX) {
            throw new InvalidInput("/columns", "wrong_length", "A view has 1 to %d columns.".formatted(COLUMNS_MAX));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!SHOWN.contains(columns.get(i)) || !seen.add(columns.get(i))) {
                throw new InvalidInput(
                        "/columns/" + i, "unknown_value", "A column is one of %s, once.".formatted(sorted()));
            }
        }
    }

    private static String sorted() {
        return String.join(", ", SHOWN.stream().sorted().toList());
    }
}
