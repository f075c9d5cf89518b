package io.bilet.trial;

import io.bilet.audit.AuditEntry;
import io.bilet.audit.AuditQueries;
import io.bilet.brand.BrandId;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.StoredJson;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.TicketId;
import io.bilet.trial.Recorded.ClockEnd;
import io.bilet.trial.Recorded.ClockName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads tickets as they were recorded, some at a time, in the order in which they were opened. */
@ApplicationScoped
public class RecordedQueries {

    private static final String COUNT = "SELECT COUNT(*) FROM ticket WHERE created_at >= :from AND created_at < :to";

    private static final String TICKETS = """
            SELECT id, number, requester_id, organization_id, brand_id, channel, opened_by, created_at,
                subject, priority, type, language
            FROM ticket
            WHERE created_at >= :from AND created_at < :to AND (created_at > :after OR id > :afterId)
            ORDER BY created_at, id LIMIT %d
            """;

    private static final String SAID = "SELECT ticket_id, text FROM comment WHERE id IN (:comments)";

    private static final String ROUTED = """
            SELECT d.ticket_id, d.effects FROM decision d JOIN ticket t ON t.id = d.ticket_id
            WHERE d.ticket_id IN (:tickets) AND d.kind = 'routing' AND d.at = t.created_at ORDER BY d.ticket_id, d.id
            """;

    private static final String CLOCKS = """
            SELECT ticket_id, metric, cycle, due_at, breached_at IS NOT NULL FROM sla_clock
            WHERE ticket_id IN (:tickets)
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    @Inject
    private AuditQueries audits;

    /** How many tickets were opened from {@code from} up to {@code to}. */
    long count(Instant from, Instant to) {
        return Columns.number(em.createNativeQuery(COUNT)
                .setParameter("from", Utc.column(from))
                .setParameter("to", Utc.column(to))
                .getSingleResult());
    }

    /**
     * Up to {@code limit} of them.
     *
     * @param from when the last one seen was opened, or the beginning
     * @param after the last one seen; null at the beginning
     */
    List<Recorded> opened(Instant from, Instant to, @Nullable TicketId after, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(TICKETS.formatted(limit))
                .setParameter("from", Utc.column(from))
                .setParameter("to", Utc.column(to))
                .setParameter("after", Utc.column(from))
                .setParameter("afterId", (after == null ? new UUID(0, 0) : after.value()).toString())
                .getResultList();
        List<UUID> ids = rows.stream().map(row -> Columns.uuid(row[0])).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<TicketId, List<AuditEntry>> records =
                audits.of(ids.stream().map(TicketId::new).toList());
        Map<UUID, String> said = said(records.values());
        Map<UUID, Map<String, JsonValue>> routed = routed(ids);
        Map<UUID, Map<ClockName, ClockEnd>> clocks = clocks(ids);
        List<Recorded> tickets = new ArrayList<>();
        for (Object[] row : rows) {
            UUID id = Columns.uuid(row[0]);
            tickets.add(ticket(
                    row,
                    said.getOrDefault(id, ""),
                    records.getOrDefault(new TicketId(id), List.of()),
                    routed.getOrDefault(id, Map.of()),
                    clocks.getOrDefault(id, Map.of())));
        }
        return tickets;
    }

    private static Recorded ticket(
            @Nullable Object[] row,
            String said,
            List<AuditEntry> record,
            Map<String, JsonValue> routed,
            Map<ClockName, ClockEnd> clocks) {
        UUID organization = Columns.uuidOrNull(row[3]);
        Map<String, String> present = new HashMap<>();
        put(present, "subject", row[8]);
        put(present, "priority", lower(row[9]));
        put(present, "type", lower(row[10]));
        put(present, "language", row[11]);
        return new Recorded(
                new TicketId(Columns.uuid(row[0])),
                Columns.number(row[1]),
                new UserId(Columns.uuid(row[2])),
                organization == null ? null : new OrganizationId(organization),
                new BrandId(Columns.uuid(row[4])),
                Channel.valueOf(Columns.text(row[5])),
                AuthorRole.valueOf(Columns.text(row[6])),
                Objects.requireNonNull(Utc.instant(row[7])),
                present,
                said,
                record,
                routed,
                clocks);
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static @Nullable String lower(@Nullable Object constant) {
        return constant == null ? null : constant.toString().toLowerCase(Locale.ROOT);
    }

    private Map<UUID, String> said(Iterable<List<AuditEntry>> records) {
        List<UUID> first = new ArrayList<>();
        for (List<AuditEntry> record : records) {
            record.stream()
                    .filter(entry -> entry.type().equals("ticket.comment_added"))
                    .findFirst()
                    .map(entry -> CommentId.parse(entry.data().getString("comment_id"))
                            .value())
                    .ifPresent(first::add);
        }
        Map<UUID, String> said = new HashMap<>();
        if (!first.isEmpty()) {
            rows(SAID, "comments", first).forEach(row -> said.put(Columns.uuid(row[0]), Columns.text(row[1])));
        }
        return said;
    }

    private Map<UUID, Map<String, JsonValue>> routed(List<UUID> tickets) {
        Map<UUID, Map<String, JsonValue>> routed = new HashMap<>();
        for (Object[] row : rows(ROUTED, "tickets", tickets)) {
            Map<String, JsonValue> fields =
                    routed.computeIfAbsent(Columns.uuid(row[0]), ticket -> new LinkedHashMap<>());
            for (JsonValue effect : StoredJson.read(Columns.text(row[1])).asJsonArray()) {
                JsonObject change = effect.asJsonObject();
                fields.put(change.getString("field"), change.getOrDefault("to", JsonValue.NULL));
            }
        }
        return routed;
    }

    private Map<UUID, Map<ClockName, ClockEnd>> clocks(List<UUID> tickets) {
        Map<UUID, Map<ClockName, ClockEnd>> clocks = new HashMap<>();
        for (Object[] row : rows(CLOCKS, "tickets", tickets)) {
            clocks.computeIfAbsent(Columns.uuid(row[0]), ticket -> new HashMap<>())
                    .put(
                            new ClockName(Columns.text(row[1]), (int) Columns.number(row[2])),
                            new ClockEnd(Utc.instant(row[3]), Columns.truth(row[4])));
        }
        return clocks;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, String name, List<UUID> ids) {
        return em.createNativeQuery(sql).setParameter(name, ids).getResultList();
    }
}
