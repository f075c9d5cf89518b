package io.bilet.report;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.schedule.ScheduleId;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Folder;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what is to be measured. */
@ApplicationScoped
public class RecordQueries {

    private static final String UNMEASURED = """
            SELECT id, event_count, created_at, opened_by, tier, folder, channel, organization_id, brand_id
            FROM ticket WHERE unmeasured = 1 ORDER BY id LIMIT %d
            """;

    /** Every ticket that anything is owed on has a clock of this metric, under the policy that applies. */
    private static final String SCHEDULES = """
            SELECT ticket_id, at, schedule_id FROM sla_clock_event
            WHERE ticket_id IN (:tickets) AND metric = 'total_resolution_time' AND step NOT IN ('breach', 'warn')
            ORDER BY ticket_id, seq
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Up to {@code limit} tickets whose record is longer than what was measured of it. */
    List<TicketRow> unmeasured(int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(UNMEASURED.formatted(limit)).getResultList();
        return rows.stream().map(RecordQueries::ticket).toList();
    }

    private static TicketRow ticket(Object[] row) {
        return new TicketRow(
                new TicketId(Columns.uuid(row[0])),
                Columns.number(row[1]),
                Objects.requireNonNull(Utc.instant(row[2])),
                AuthorRole.valueOf(Columns.text(row[3])),
                (int) Columns.number(row[4]),
                Columns.text(row[5]).equals(Folder.SPAM.name()),
                Columns.text(row[6]),
                Columns.uuidOrNull(row[7]),
                Columns.uuid(row[8]));
    }

    /** Which schedules applied to these tickets, in the order in which they did. */
    Map<TicketId, List<Applied>> schedules(Collection<TicketId> tickets) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(SCHEDULES)
                .setParameter("tickets", tickets.stream().map(TicketId::value).toList())
                .getResultList();
        return rows.stream()
                .map(row -> new Applied(
                        new TicketId(Columns.uuid(row[0])),
                        Objects.requireNonNull(Utc.instant(row[1])),
                        schedule(row[2])))
                .collect(Collectors.groupingBy(Applied::ticket));
    }

    private static @Nullable ScheduleId schedule(@Nullable Object column) {
        UUID id = Columns.uuidOrNull(column);
        return id == null ? null : new ScheduleId(id);
    }

    /**
     * From {@code at} on a schedule applied to a ticket.
     *
     * @param schedule null for all hours
     */
    record Applied(TicketId ticket, Instant at, @Nullable ScheduleId schedule) {}
}
