package io.bilet.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rows that one ticket made through the API has left in every table, so that the same can be written by plain
 * statements.
 * Read from the live schema: a table that changes is followed by itself.
 */
final class TemplateRows {

    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("ticket", "id");
        for (String table :
                List.of("comment", "ticket_event", "sla_clock", "sla_clock_event", "decision", "ticket_tag")) {
            TABLES.put(table, "ticket_id");
        }
    }

    private static final String WRITABLE = "SELECT COLUMN_NAME FROM information_schema.COLUMNS"
            + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?"
            + " AND EXTRA NOT LIKE '%GENERATED%' AND EXTRA NOT LIKE '%auto_increment%' ORDER BY ORDINAL_POSITION";

    /** One row: how it is inserted, and with which values. */
    record Row(String insert, List<String> columns, List<Object> values) {}

    private final List<Row> rows = new ArrayList<>();

    static TemplateRows of(Connection connection, String ticketId) throws SQLException {
        TemplateRows template = new TemplateRows();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            template.read(connection, table.getKey(), table.getValue(), ticketId);
        }
        return template;
    }

    List<Row> rows() {
        return rows;
    }

    /** Only the first so many: the ticket, its comment, the beginning of its record. */
    TemplateRows first(int count) {
        TemplateRows few = new TemplateRows();
        few.rows.addAll(rows.subList(0, count));
        return few;
    }

    /** What tells a copied ticket from one that was made through the API. */
    static final String COPY_SUBJECT = "Baseline";

    /** The value of a column in a copy: ids of the ticket and of the row itself are new, everything else is alike. */
    static Object copied(String column, Object value, UUID ticket, boolean ofTicket) {
        if (column.equals("ticket_id") || (ofTicket && column.equals("id"))) {
            return ticket.toString();
        }
        if (ofTicket && column.equals("subject")) {
            return COPY_SUBJECT;
        }
        return column.equals("id") ? UUID.randomUUID().toString() : value;
    }

    private void read(Connection connection, String table, String key, String ticketId) throws SQLException {
        List<String> columns = columns(connection, table);
        String names = String.join(", ", columns);
        String insert = "INSERT INTO " + table + " (" + names + ") VALUES (" + "?, ".repeat(columns.size() - 1) + "?)";
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + names + " FROM " + table + " WHERE " + key + " = ?")) {
            select.setString(1, ticketId);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    List<Object> values = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        values.add(found.getString(i));
                    }
                    rows.add(new Row(insert, columns, values));
                }
            }
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(WRITABLE)) {
            select.setString(1, table);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    columns.add(found.getString(1));
                }
            }
        }
        return columns;
    }
}
