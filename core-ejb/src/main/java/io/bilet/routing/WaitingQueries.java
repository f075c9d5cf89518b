package io.bilet.routing;

import io.bilet.people.GroupId;
import io.bilet.platform.config.Within;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Demand;
import io.bilet.ticket.Ownership;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.UnassignedReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads which tickets wait for an owner, in the order in which they should find one. */
@ApplicationScoped
public class WaitingQueries {

    private static final String WAITING =
            " FROM ticket WHERE assignee_id IS NULL AND unassigned_reason IN (%s)".formatted(quoted())
                    + " AND status IN ('NEW', 'OPEN') AND folder = 'INBOX'";

    /**
     * What has waited for too long comes first, longest waiting before others. Then the VIP lane, and then by latest
     * start, priority and age; what has no promise comes last.
     */
    private static final String IN_ORDER = """
            SELECT t.id, t.ownership, t.demand, t.description.language, t.origin.channel
            FROM Ticket t
            WHERE t.ownership.assigneeId IS NULL AND t.ownership.unassignedReason IN (:reasons)
              AND t.standing.status IN (NEW, OPEN) AND t.standing.folder = INBOX
              AND (t.ownership.groupId IN (:groups) OR (t.ownership.groupId IS NULL AND :orphans = TRUE))
            ORDER BY CASE WHEN t.ownership.waitingSince < :starving THEN 0 ELSE 1 END,
              CASE WHEN t.ownership.waitingSince < :starving THEN t.ownership.waitingSince ELSE NULL END,
              CASE WHEN t.demand.vip = TRUE THEN 0 ELSE 1 END,
              CASE WHEN t.due.latestStartAt IS NULL THEN 1 ELSE 0 END, t.due.latestStartAt,
              CASE t.description.priority WHEN URGENT THEN 0 WHEN HIGH THEN 1 WHEN NORMAL THEN 2 ELSE 3 END, t.id
            """;

    /** Who waits for a skill, or for somebody to come, says nothing about the wait of others. */
    private static final String SINCE_FOR_ROOM =
            "IF(unassigned_reason IN ('CAPACITY_FULL', 'AWAITING_ROUTING'), waiting_since, NULL)";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    @Inject
    private Needs needs;

    @Inject
    private Clock clock;

    /** Nobody who waits is overtaken for longer than this. */
    @Inject
    @ConfigProperty(name = "bilet.routing.starvation-bound", defaultValue = "P1D")
    @Within(min = "PT1M", max = "P28D")
    Duration starvationBound;

    /** What waits in which group; empty for tickets that have none. */
    public Map<Optional<GroupId>, WaitingWork> groups() {
        return groups("");
    }

    /** What waits in one group. */
    public WaitingWork in(GroupId group) {
        return groups(" AND group_id = '" + group.value() + "'").getOrDefault(Optional.of(group), WaitingWork.NOTHING);
    }

    private Map<Optional<GroupId>, WaitingWork> groups(String restriction) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT group_id, COUNT(*), MIN(" + SINCE_FOR_ROOM + ")" + WAITING
                        + restriction + " GROUP BY group_id")
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> Optional.ofNullable(Columns.uuidOrNull(row[0])).map(GroupId::new),
                        row -> new WaitingWork((int) Columns.number(row[1]), Utc.instant(row[2]))));
    }

    /** Up to {@code limit} waiting tickets of these groups, without the first {@code skip}, in order. */
    public List<WaitingRow> in(Set<Optional<GroupId>> groups, int skip, int limit) {
        Instant now = clock.instant();
        return em.createQuery(IN_ORDER, Object[].class)
                .setParameter("reasons", UnassignedReason.WAITING)
                .setParameter(
                        "groups",
                        groups.stream()
                                .flatMap(Optional::stream)
                                .map(GroupId::value)
                                .toList())
                .setParameter("orphans", groups.contains(Optional.<GroupId>empty()))
                .setParameter("starving", now.minus(starvationBound))
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> row(row, now))
                .toList();
    }

    /** Locks a ticket that still waits; false if it does not any more, or if another node is looking at it. */
    public boolean claim(TicketId ticket) {
        return !em.createNativeQuery("SELECT id" + WAITING + " AND id = :id FOR UPDATE SKIP LOCKED")
                .setParameter("id", ticket.value().toString())
                .getResultList()
                .isEmpty();
    }

    /**
     * Locks those of these tickets that still wait, in one statement.
     *
     * @return them in the order in which they were asked for, without those another node is looking at
     */
    public List<Ticket> claim(List<TicketId> tickets) {
        @SuppressWarnings("unchecked")
        List<Ticket> rows = em.createNativeQuery(
                        "SELECT *" + WAITING + " AND id IN (:ids) FOR UPDATE SKIP LOCKED", Ticket.class)
                .setParameter(
                        "ids", tickets.stream().map(id -> id.value().toString()).toList())
                .getResultList();
        Map<TicketId, Ticket> claimed = rows.stream().collect(Collectors.toMap(Ticket::id, ticket -> ticket));
        return tickets.stream().map(claimed::get).filter(Objects::nonNull).toList();
    }

    private static String quoted() {
        return UnassignedReason.WAITING.stream()
                .map(reason -> "'" + reason.name() + "'")
                .collect(Collectors.joining(", "));
    }

    private WaitingRow row(Object[] row, Instant now) {
        Ownership ownership = (Ownership) row[1];
        Need need = needs.of((Demand) row[2], ownership, (String) row[3], (Channel) row[4], now);
        return new WaitingRow(new TicketId((UUID) row[0]), ownership.group(), need);
    }
}
