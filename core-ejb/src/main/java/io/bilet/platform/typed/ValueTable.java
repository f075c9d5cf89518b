package io.bilet.platform.typed;

/** The tables by which values are found; all have the columns owner_id, value_key, place, word and number. */
public enum ValueTable {
    OF_TICKETS("ticket_field_value"),
    OF_CUSTOMERS("customer_fact_value");

    private final String table;

    ValueTable(String table) {
        this.table = table;
    }

    @Override
    public String toString() {
        return table;
    }
}
