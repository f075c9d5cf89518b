package io.bilet.feed;

import io.bilet.platform.database.Columns;
import io.bilet.platform.json.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Gives the rows of the records their numbers in the feed. */
@ApplicationScoped
class FeedRepository {

    /** A ticket's own events keep their order; events of different tickets come as the clock saw them. */
    private static final String NEW_EVENTS = """
            SELECT ticket_id, seq FROM
             (SELECT ticket_id, seq, at FROM ticket_event FORCE INDEX (ix_ticket_event_feed)
              WHERE feed_no IS NULL ORDER BY ticket_id, seq LIMIT %d) found
            ORDER BY MAX(at) OVER (PARTITION BY ticket_id ORDER BY seq), ticket_id, seq""";

    private static final String NEW_ENTRIES = """
            SELECT id FROM audit_log FORCE INDEX (ix_audit_log_feed)
            WHERE feed_no IS NULL ORDER BY id LIMIT %d""";

    /** By the primary key: by way of the numbers it would wait for rows of transactions that have not ended. */
    private static final String NUMBER_EVENTS = """
            UPDATE JSON_TABLE(:rows, '$[*]' COLUMNS (ticket_id CHAR(36) PATH '$[0]', seq BIGINT PATH '$[1]',
                                                      no BIGINT PATH '$[2]')) found
            STRAIGHT_JOIN ticket_event e FORCE INDEX (PRIMARY)
             ON e.ticket_id = CAST(found.ticket_id AS UUID) AND e.seq = found.seq
            SET e.feed_no = found.no""";

    private static final String NUMBER_ENTRIES = """
            UPDATE JSON_TABLE(:rows, '$[*]' COLUMNS (id CHAR(36) PATH '$[0]', no BIGINT PATH '$[1]')) found
            STRAIGHT_JOIN audit_log l FORCE INDEX (PRIMARY) ON l.id = CAST(found.id AS UUID)
            SET l.feed_no = found.no""";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** The last number given. */
    long last() {
        return Columns.number(
                em.createNativeQuery("SELECT last FROM feed_head WHERE id = 1").getSingleResult());
    }

    /** The last number given; whoever wants to give the next one waits until this transaction ends. */
    long lockLast() {
        return Columns.number(em.createNativeQuery("SELECT last FROM feed_head WHERE id = 1 FOR UPDATE")
                .getSingleResult());
    }

    void moveTo(long last) {
        em.createNativeQuery("UPDATE feed_head SET last = :last WHERE id = 1")
                .setParameter("last", last)
                .executeUpdate();
    }

    /** Numbers up to {@code limit} committed events, from the one after {@code last} on; says how many there were. */
    int numberEvents(long last, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(NEW_EVENTS.formatted(limit)).getResultList();
        JsonArrayBuilder numbered = StoredJson.array();
        long next = last;
        for (Object[] row : rows) {
            numbered.add(StoredJson.array()
                    .add(Columns.uuid(row[0]).toString())
                    .add(Columns.number(row[1]))
                    .add(++next));
        }
        return number(NUMBER_EVENTS, rows, numbered);
    }

    /** Numbers up to {@code limit} committed entries of the audit log, likewise. */
    int numberEntries(long last, int limit) {
        @SuppressWarnings("unchecked")
        List<Object> rows = em.createNativeQuery(NEW_ENTRIES.formatted(limit)).getResultList();
        JsonArrayBuilder numbered = StoredJson.array();
        long next = last;
        for (Object id : rows) {
            numbered.add(StoredJson.array().add(Columns.uuid(id).toString()).add(++next));
        }
        return number(NUMBER_ENTRIES, rows, numbered);
    }

    private int number(String sql, List<?> rows, JsonArrayBuilder numbered) {
        if (!rows.isEmpty()) {
            int written = em.createNativeQuery(sql)
                    .setParameter("rows", numbered.build().toString())
                    .executeUpdate();
            if (written != rows.size()) {
                throw new IllegalStateException(
                        "Of " + rows.size() + " rows without a number " + written + " took one");
            }
        }
        return rows.size();
    }
}
