package io.bilet.inbox;

/** How a list of tickets is sorted; the id breaks ties. */
public record TicketOrder(Key key, boolean descending) {

    /** What a list may be sorted by. */
    public enum Key {
        CREATED_AT("created_at"),
        UPDATED_AT("updated_at"),
        DUE_AT("inbox_order");

        private final String column;

        Key(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
