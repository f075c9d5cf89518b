package io.bilet.view;

/** What the tickets of a view are sorted by; the id breaks ties. */
public enum ViewSort {
    DUE_AT("t.inbox_order", false),
    DUE_AT_DESCENDING("t.inbox_order", true),
    CREATED_AT("t.created_at", false),
    CREATED_AT_DESCENDING("t.created_at", true),
    UPDATED_AT("t.updated_at", false),
    UPDATED_AT_DESCENDING("t.updated_at", true);

    private final String column;
    private final boolean descending;

    ViewSort(String column, boolean descending) {
        this.column = column;
        this.descending = descending;
    }

    String column() {
        return column;
    }

    boolean isDescending() {
        return descending;
    }
}
