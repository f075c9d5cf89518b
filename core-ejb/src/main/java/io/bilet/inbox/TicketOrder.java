package io.bilet.inbox;

/** How a list of tickets may be sorted; the id breaks ties. */
public enum TicketOrder {
    CREATED_AT("created_at"),
    UPDATED_AT("updated_at"),
    DUE_AT("inbox_order");

    private final String column;

    TicketOrder(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
