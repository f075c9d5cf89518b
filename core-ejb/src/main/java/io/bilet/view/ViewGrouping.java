package io.bilet.view;

/** What the tickets of a view stand together by, before they are sorted. */
public enum ViewGrouping {
    NONE("''"),
    STATUS("CAST(FIELD(t.status, 'NEW', 'OPEN', 'PENDING', 'ON_HOLD', 'SOLVED', 'CLOSED') AS CHAR)"),
    PRIORITY("CAST(FIELD(t.priority, 'URGENT', 'HIGH', 'NORMAL', 'LOW') AS CHAR)"),
    CHANNEL("t.channel"),
    GROUP_ID("COALESCE(CAST(t.group_id AS CHAR), '')"),
    ASSIGNEE_ID("COALESCE(CAST(t.assignee_id AS CHAR), '')"),
    ORGANIZATION_ID("COALESCE(CAST(t.organization_id AS CHAR), '')");

    private final String expression;

    ViewGrouping(String expression) {
        this.expression = expression;
    }

    /** A text over the columns of the ticket, never null. */
    String expression() {
        return expression;
    }
}
