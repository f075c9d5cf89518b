package io.bilet.journey;

import io.bilet.dev.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** What a node has the right to do alone at this moment. */
    private static final String HELD = """
            SELECT name FROM lease WHERE leased_until >= UTC_TIMESTAMP(6)
            UNION ALL SELECT CONCAT(queue, ' ', work_key) FROM work WHERE leased_until >= UTC_TIMESTAMP(6)
            """;

    /** What was done more than once about the same: rules asked, promises broken, mails sent without a take-over. */
    private static final String REPEATED = """
            SELECT CONCAT('rule ', subject_id, ' for ', ticket_id) FROM decision WHERE subject_type = 'routing_rule'
            GROUP BY ticket_id, subject_id, subject_version HAVING COUNT(*) > 1
            UNION ALL
            SELECT CONCAT(step, ' of clock ', clock_id) FROM sla_clock_event WHERE step IN ('breach', 'warn')
            GROUP BY clock_id, step, target_version, warning HAVING COUNT(*) > 1
            UNION ALL
            SELECT CONCAT('mail ', outgoing_mail_id) FROM outgoing_mail_attempt WHERE outcome = 'SENT'
            GROUP BY outgoing_mail_id HAVING COUNT(*) > 1
            """;

    /** Some of what is still to be done after it was committed. */
    private static final String UNDONE = """
            SELECT CONCAT('outbox ', id) FROM outbox
            UNION ALL SELECT CONCAT(queue, ' ', work_key, ' ', COALESCE(last_error, '')) FROM work
            LIMIT 20
            """;

    private final DatabaseAccess database;

    Ledger(DatabaseAccess database) {
        this.database = database;
    }

    /** What is wrong, one line each: lost, twice, wrong or torn; empty is right. */
    List<String> faults(Map<Deed, String> acknowledged) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = database.connect()) {
            Map<String, List<String>> opened = byMark(connection, "SELECT subject, id FROM ticket");
            Map<String, List<String>> noted =
                    byMark(connection, "SELECT text, id FROM comment WHERE visibility = 'INTERNAL'");
            acknowledged.forEach((deed, id) -> {
                Map<String, List<String>> stored = deed.ticketId() == null ? opened : noted;
                check(deed, id, stored.getOrDefault(deed.mark(), List.of()), faults);
            });
            list(connection, TORN).forEach(id -> faults.add("torn: ticket " + id));
            list(connection, MISCOUNTED).forEach(id -> faults.add("miscounted: agent " + id));
        }
        return faults;
    }

    private static void check(Deed deed, String id, List<String> stored, List<String> faults) {
        if (stored.isEmpty()) {
            faults.add("lost: " + deed);
        } else if (stored.size() > 1) {
            faults.add("twice: " + deed);
        } else if (!isSame(id, stored.get(0))) {
            faults.add("wrong: " + deed);
        }
    }

    /** Leases that are held, of duties and of pieces of work. */
    List<String> held() throws SQLException {
        return list(HELD);
    }

    List<String> repeated() throws SQLException {
        return list(REPEATED);
    }

    List<String> undone() throws SQLException {
        return list(UNDONE);
    }

    /** What the clocks of the tickets with a tag said by themselves: a ticket's id and the event, of each. */
    List<String> notices(String tag) throws SQLException {
        return list("SELECT CONCAT('tkt_', REPLACE(e.ticket_id, '-', ''), ' ', e.type) FROM ticket_event e"
                + " JOIN ticket_tag t ON t.ticket_id = e.ticket_id AND t.tag = '" + tag + "'"
                + " WHERE e.type IN ('ticket.sla_breached', 'ticket.sla_warned')");
    }

    /** Tickets of a group that nobody owns and somebody should. */
    List<String> waiting(String group) throws SQLException {
        return list("SELECT id FROM ticket WHERE assignee_id IS NULL AND status IN ('NEW', 'OPEN')"
                + " AND folder = 'INBOX' AND CONCAT('grp_', REPLACE(group_id, '-', '')) = '" + group + "'");
    }

    /** How many things happened to tickets. */
    int events() throws SQLException {
        return Integer.parseInt(list("SELECT COUNT(*) FROM ticket_event").get(0));
    }

    private List<String> list(String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            return list(connection, sql);
        }
    }

    private static Map<String, List<String>> byMark(Connection connection, String sql) throws SQLException {
        Map<String, List<String>> ids = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.computeIfAbsent(rows.getString(1), mark -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return ids;
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
