package io.bilet.report;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.Wire;
import io.bilet.sla.policy.Elapsed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code ticket_measure} and {@code ticket_stay}. */
@ApplicationScoped
public class MeasureRepository {

    /** What no end of a stay ever is. */
    static final Instant OPEN_END = Instant.parse("9999-12-31T00:00:00Z");

    private static final String MEASURES = "ticket_measure (ticket_id, ordinal, kind, at, calendar_micros,"
            + " business_micros, detail, agent_id, group_id, tier, channel, organization_id, brand_id)";

    private static final String STAYS = "ticket_stay (ticket_id, ordinal, began_at, ended_at, agent_id, group_id, tier,"
            + " channel, organization_id, brand_id)";

    /** Rows of one statement; powers of two, so that there are few statements to be prepared. */
    private static final int ROWS_MAX = 128;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Puts what was measured of these tickets in the place of what was before. */
    void replace(Map<TicketRow, Measured> tickets) {
        List<UUID> ids = tickets.keySet().stream().map(row -> row.id().value()).toList();
        for (String table : List.of("ticket_measure", "ticket_stay")) {
            em.createNativeQuery("DELETE FROM " + table + " WHERE ticket_id IN (:ids)")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
        List<List<@Nullable Object>> measures = new ArrayList<>();
        List<List<@Nullable Object>> stays = new ArrayList<>();
        tickets.forEach((ticket, measured) -> {
            int ordinal = 0;
            for (Measure measure : measured.measures()) {
                measures.add(row(ticket, ordinal++, values(measure), measure.holder()));
            }
            for (Stay stay : measured.stays()) {
                stays.add(row(ticket, ordinal++, values(stay), stay.holder()));
            }
        });
        insert(MEASURES, measures);
        insert(STAYS, stays);
    }

    private static List<@Nullable Object> values(Measure measure) {
        Elapsed took = measure.took();
        return Arrays.asList(
                Wire.of(measure.kind()),
                Utc.column(measure.at()),
                took == null ? null : MICROSECONDS.convert(took.calendar()),
                took == null ? null : MICROSECONDS.convert(took.business()),
                measure.detail());
    }

    private static List<@Nullable Object> values(Stay stay) {
        Instant ended = stay.ended();
        return Arrays.asList(Utc.column(stay.began()), Utc.column(ended == null ? OPEN_END : ended));
    }

    private static List<@Nullable Object> row(
            TicketRow ticket, int ordinal, List<@Nullable Object> values, Holder holder) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(ticket.id().value().toString());
        row.add(ordinal);
        row.addAll(values);
        row.add(Columns.textOrNull(holder.agent()));
        row.add(Columns.textOrNull(holder.group()));
        row.add(holder.tier());
        row.add(ticket.channel());
        row.add(Columns.textOrNull(ticket.organization()));
        row.add(ticket.brand().toString());
        return row;
    }

    private void insert(String into, List<List<@Nullable Object>> rows) {
        int from = 0;
        while (from < rows.size()) {
            int size = Math.min(ROWS_MAX, Integer.highestOneBit(rows.size() - from));
            insertSome(into, rows.subList(from, from + size));
            from += size;
        }
    }

    private void insertSome(String into, Collection<List<@Nullable Object>> rows) {
        int width = rows.iterator().next().size();
        String row = "(" + String.join(", ", Collections.nCopies(width, "?")) + ")";
        Query insert = em.createNativeQuery(
                "INSERT INTO " + into + " VALUES " + String.join(", ", Collections.nCopies(rows.size(), row)));
        int position = 1;
        for (List<@Nullable Object> values : rows) {
            for (Object value : values) {
                insert.setParameter(position++, value);
            }
        }
        insert.executeUpdate();
    }
}
