package io.bilet.journey;

import io.bilet.dev.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what was acknowledged with what is stored. */
final class Ledger {

    /** Tickets without their first comment, and records with a gap, a repetition or too few entries. */
    private static final String TORN = """
            SELECT t.id FROM ticket t
            WHERE NOT EXISTS (SELECT 1 FROM comment c WHERE c.ticket_id = t.id)
               OR t.event_count <> (SELECT COUNT(*) FROM ticket_event e WHERE e.ticket_id = t.id)
               OR t.event_count <> (SELECT MAX(e.seq) FROM ticket_event e WHERE e.ticket_id = t.id)
               OR (SELECT COUNT(*) FROM comment c WHERE c.ticket_id = t.id)
                  <> (SELECT COUNT(*) FROM ticket_event e
                      WHERE e.ticket_id = t.id AND e.type = 'ticket.comment_added')
            """;

    /** Agents whose counted work is not the work they hold. */
    private static final String MISCOUNTED = """
            SELECT l.agent_id FROM agent_load l
            WHERE l.open_count <> (SELECT COUNT(*) FROM ticket t
                                   WHERE t.assignee_id = l.agent_id AND t.status IN ('NEW', 'OPEN')
                                     AND t.folder = 'INBOX')
            """;

    private final DatabaseAccess database;

    Ledger(DatabaseAccess database) {
        this.database = database;
    }

    /** What is wrong, one line each: lost, twice, wrong or torn; empty is right. */
    List<String> faults(Map<Deed, String> acknowledged) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = database.connect()) {
            for (Map.Entry<Deed, String> deed : acknowledged.entrySet()) {
                check(connection, deed.getKey(), deed.getValue(), faults);
            }
            list(connection, TORN).forEach(id -> faults.add("torn: ticket " + id));
            list(connection, MISCOUNTED).forEach(id -> faults.add("miscounted: agent " + id));
        }
        return faults;
    }

    private static void check(Connection connection, Deed deed, String id, List<String> faults) throws SQLException {
        boolean opens = deed.ticketId() == null;
        String sql = opens
                ? "SELECT id, id FROM ticket WHERE subject = ?"
                : "SELECT id, ticket_id FROM comment WHERE text = ?";
        try (PreparedStatement found = connection.prepareStatement(sql)) {
            found.setString(1, deed.mark());
            try (ResultSet rows = found.executeQuery()) {
                if (!rows.next()) {
                    faults.add("lost: " + deed);
                    return;
                }
                if (!isSame(id, rows.getString(1))) {
                    faults.add("wrong: " + deed);
                }
                if (rows.next()) {
                    faults.add("twice: " + deed);
                }
            }
        }
    }

    private static boolean isSame(String outside, String stored) {
        return outside.substring(outside.indexOf('_') + 1).equals(stored.replace("-", ""));
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
