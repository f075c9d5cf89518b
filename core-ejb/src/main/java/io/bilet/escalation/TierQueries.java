package io.bilet.escalation;

import io.bilet.escalation.KindOfTicket.Way;
import io.bilet.people.GroupId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what became of the tickets that were opened in a period, whenever it did: all numbers are about the same
 * tickets. What is spam, and what people solved themselves on tier 0, is not among them.
 */
@ApplicationScoped
public class TierQueries {

    private static final String COHORT =
            "t.created_at >= :from AND t.created_at < :to AND t.folder <> 'SPAM' AND COALESCE(t.resolved_tier, 1) > 0";

    private static final String PATHS = """
            SELECT p.top, p.resolved_tier, COUNT(*)
            FROM (SELECT t.resolved_tier, GREATEST(t.tier, COALESCE(
                      (SELECT MAX(e.tier) FROM ticket_episode e WHERE e.ticket_id = t.id), 0)) AS top
                  FROM ticket t WHERE %s) p
            GROUP BY p.top, p.resolved_tier
            """.formatted(COHORT);

    private static final String MOVES = """
            SELECT x.from_group_id, x.from_tier, x.to_group_id, x.to_tier, x.outcome, COUNT(*)
            FROM ticket t JOIN escalation x ON x.ticket_id = t.id WHERE %s
            GROUP BY x.from_group_id, x.from_tier, x.to_group_id, x.to_tier, x.outcome
            """.formatted(COHORT);

    private static final String STAYS = """
            SELECT g.id, g.name, g.tier, g.vendor, COUNT(DISTINCT s.ticket_id), COUNT(DISTINCT s.solved_id)
            FROM (SELECT t.group_id, t.id AS ticket_id, IF(t.resolved_tier IS NULL, NULL, t.id) AS solved_id
                  FROM ticket t WHERE t.group_id IS NOT NULL AND %1$s
                  UNION ALL
                  SELECT e.group_id, t.id, NULL FROM ticket t JOIN ticket_episode e ON e.ticket_id = t.id WHERE %1$s) s
            JOIN agent_group g ON g.id = s.group_id
            GROUP BY g.id ORDER BY g.tier, g.name, g.id
            """.formatted(COHORT);

    private static final String KINDS = """
            SELECT DISTINCT k.type, k.priority, k.way,
                   COUNT(*) OVER (PARTITION BY k.type, k.priority, k.way),
                   COUNT(k.took) OVER (PARTITION BY k.type, k.priority, k.way),
                   MEDIAN(k.took) OVER (PARTITION BY k.type, k.priority, k.way)
            FROM (SELECT t.type, t.priority,
                         IF(EXISTS (SELECT 1 FROM swarm s WHERE s.ticket_id = t.id),
                            IF(EXISTS (SELECT 1 FROM escalation x WHERE x.ticket_id = t.id AND x.to_tier > x.from_tier),
                               'BOTH', 'SWARM'),
                            IF(EXISTS (SELECT 1 FROM escalation x WHERE x.ticket_id = t.id AND x.to_tier > x.from_tier),
                               'TIER', 'ALONE')) AS way,
                         IF(t.resolved_tier IS NULL, NULL, TIMESTAMPDIFF(SECOND, t.created_at, t.solved_at)) AS took
                  FROM ticket t WHERE %s) k
            ORDER BY k.type, k.priority, k.way
            """.formatted(COHORT);

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Tickets that came up to tier {@code top}, and where they are solved, if they are. */
    public record Path(int top, @Nullable Integer resolvedTier, long tickets) {}

    /** Escalations between two groups; with an outcome if they led down. */
    public record Move(
            @Nullable GroupId from,
            int fromTier,
            GroupId to,
            int toTier,
            @Nullable EpisodeOutcome outcome,
            long times) {}

    /** Tickets that were with a group at some time, and how many are solved there. */
    public record Stays(
            GroupId group, String name, int tier, @Nullable String vendor, long received, long resolved) {}

    List<Path> paths(Instant from, Instant to) {
        return rows(PATHS, from, to)
                .map(row -> new Path(
                        (int) Columns.number(row[0]),
                        row[1] == null ? null : (int) Columns.number(row[1]),
                        Columns.number(row[2])))
                .toList();
    }

    List<Move> moves(Instant from, Instant to) {
        return rows(MOVES, from, to)
                .map(row -> new Move(
                        row[0] == null ? null : new GroupId(Columns.uuid(row[0])),
                        (int) Columns.number(row[1]),
                        new GroupId(Columns.uuid(row[2])),
                        (int) Columns.number(row[3]),
                        row[4] == null ? null : EpisodeOutcome.valueOf(Columns.text(row[4])),
                        Columns.number(row[5])))
                .toList();
    }

    List<Stays> stays(Instant from, Instant to) {
        return rows(STAYS, from, to)
                .map(row -> new Stays(
                        new GroupId(Columns.uuid(row[0])),
                        Columns.text(row[1]),
                        (int) Columns.number(row[2]),
                        Columns.textOrNull(row[3]),
                        Columns.number(row[4]),
                        Columns.number(row[5])))
                .toList();
    }

    List<KindOfTicket> kinds(Instant from, Instant to) {
        return rows(KINDS, from, to)
                .map(row -> new KindOfTicket(
                        row[0] == null ? null : TicketType.valueOf(Columns.text(row[0])),
                        TicketPriority.valueOf(Columns.text(row[1])),
                        Way.valueOf(Columns.text(row[2])),
                        Columns.number(row[3]),
                        Columns.number(row[4]),
                        row[5] == null ? null : Duration.ofSeconds(Columns.number(row[5]))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Stream<@Nullable Object[]> rows(String sql, Instant from, Instant to) {
        return em.createNativeQuery(sql)
                .setParameter("from", Utc.column(from))
                .setParameter("to", Utc.column(to))
                .getResultStream();
    }
}
