package io.bilet.routing;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.ticket.RequiredSkills;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.UnassignedReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads which tickets wait for an owner, in the order in which they should find one. */
@ApplicationScoped
public class WaitingQueries {

    private static final String WAITING = " FROM ticket WHERE assignee_id IS NULL AND unassigned_reason IN"
            + " ('AWAITING_ROUTING', 'NO_GROUP', 'NO_AGENT_ONLINE', 'NO_SKILL_MATCH', 'CAPACITY_FULL', 'RELEASED')"
            + " AND status IN ('NEW', 'OPEN') AND folder = 'INBOX'";

    /** By latest start, then priority, then age; what has no promise comes last. */
    private static final String IN_ORDER = " ORDER BY latest_start_at IS NULL, latest_start_at,"
            + " FIELD(priority, 'URGENT', 'HIGH', 'NORMAL', 'LOW'), id";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** The groups in which tickets wait; empty for tickets that have none. */
    public List<Optional<GroupId>> groups() {
        List<?> rows =
                em.createNativeQuery("SELECT DISTINCT group_id" + WAITING).getResultList();
        return rows.stream()
                .map(row -> Optional.ofNullable(Columns.uuidOrNull(row)).map(GroupId::new))
                .toList();
    }

    /** Up to {@code limit} waiting tickets of a group, without the first {@code skip}. */
    public List<WaitingRow> in(Optional<GroupId> group, int skip, int limit) {
        String ofGroup = group.isPresent() ? " AND group_id = :group" : " AND group_id IS NULL";
        Query query =
                em.createNativeQuery("SELECT id, required_skills, language, previous_assignee_id, unassigned_reason"
                        + WAITING + ofGroup + IN_ORDER + " LIMIT " + limit + " OFFSET " + skip);
        group.ifPresent(id -> query.setParameter("group", id.value().toString()));
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream().map(WaitingQueries::row).toList();
    }

    /** Locks a ticket that still waits; false if it does not any more, or if another node is looking at it. */
    public boolean claim(TicketId ticket) {
        return !em.createNativeQuery("SELECT id" + WAITING + " AND id = :id FOR UPDATE SKIP LOCKED")
                .setParameter("id", ticket.value().toString())
                .getResultList()
                .isEmpty();
    }

    private static WaitingRow row(Object[] row) {
        UUID previous = Columns.uuidOrNull(row[3]);
        Need need = Need.of(
                new RequiredSkills().convertToEntityAttribute(Columns.text(row[1])),
                Columns.textOrNull(row[2]),
                previous == null ? null : new UserId(previous),
                Optional.of(UnassignedReason.valueOf(Columns.text(row[4]))));
        return new WaitingRow(new TicketId(Columns.uuid(row[0])), need);
    }
}
