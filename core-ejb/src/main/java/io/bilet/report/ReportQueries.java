package io.bilet.report;

import io.bilet.access.Caller;
import io.bilet.access.TicketScope;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sums over measures and stays; never over a ticket that the caller does not see. */
@ApplicationScoped
public class ReportQueries {

    /** Lines of one answer; no table or chart shows more. */
    public static final int LINES_MAX = 2_000;

    private static final String COUNTED = """
            SELECT part, k, SUM(kind = :kind), SUM(kind IN (:base)) FROM (%s) f GROUP BY part, k ORDER BY part, k
            """;

    private static final String TIMED = """
            SELECT part, k, MAX(n),
                SUM(c), MAX(IF(rc = CEIL(n * 0.5), c, NULL)), MAX(IF(rc = CEIL(n * 0.9), c, NULL)), MAX(c),
                SUM(b), MAX(IF(rb = CEIL(n * 0.5), b, NULL)), MAX(IF(rb = CEIL(n * 0.9), b, NULL)), MAX(b)
            FROM (SELECT part, k, c, b, COUNT(*) OVER (PARTITION BY part, k) n,
                    ROW_NUMBER() OVER (PARTITION BY part, k ORDER BY c) rc,
                    ROW_NUMBER() OVER (PARTITION BY part, k ORDER BY b) rb
                FROM (%s) f) ranked
            GROUP BY part, k ORDER BY part, k
            """;

    private static final String NAMES = "SELECT id, name FROM %s WHERE id IN (:ids)";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** The lines of a report of counts or times, without those that count nothing; one more than allowed tells so. */
    List<ReportLine> measured(Caller caller, Question question) {
        ReportName report = question.report();
        String facts =
                "SELECT %s part, %s k, m.kind kind, m.calendar_micros c, m.business_micros b FROM ticket_measure m"
                        .formatted(part("m.at", inner(question.period())), key(question));
        String where = " WHERE m.kind IN (:kinds) AND m.at >= :from AND m.at < :to";
        String sql = (report.isTimed() ? TIMED : COUNTED).formatted(facts + restricted(caller, question, where));
        Query query = em.createNativeQuery(sql)
                .setParameter("kinds", kinds(report))
                .setParameter("from", Utc.column(question.period().from()))
                .setParameter("to", Utc.column(question.period().to()));
        if (!report.isTimed()) {
            query.setParameter("kind", Wire.of(report.kind()))
                    .setParameter("base", report.base().stream().map(Wire::of).toList());
        }
        return rows(caller, question, query).stream()
                .map(row -> report.isTimed() ? timed(row) : counted(row))
                .toList();
    }

    private static List<String> kinds(ReportName report) {
        return Stream.concat(Stream.of(report.kind()), report.base().stream())
                .map(Wire::of)
                .distinct()
                .toList();
    }

    private static ReportLine counted(Object[] row) {
        return ReportLine.counted(
                (int) Columns.number(row[0]),
                Columns.textOrNull(row[1]),
                Columns.number(row[2]),
                Columns.number(row[3]));
    }

    private static ReportLine timed(Object[] row) {
        long count = Columns.number(row[2]);
        return new ReportLine(
                (int) Columns.number(row[0]),
                Columns.textOrNull(row[1]),
                null,
                count,
                count,
                times(count, row, 3),
                times(count, row, 7));
    }

    private static Times times(long count, Object[] row, int first) {
        return Times.ofMicros(
                count,
                Columns.number(row[first]),
                Columns.number(row[first + 1]),
                Columns.number(row[first + 2]),
                Columns.number(row[first + 3]));
    }

    /** How many tickets were unsolved at the instant, by key. */
    List<ReportLine> unsolvedAt(Caller caller, Question question, Instant instant) {
        String sql = "SELECT 0, %s k, COUNT(*), COUNT(*) FROM ticket_stay m".formatted(key(question))
                + restricted(caller, question, " WHERE m.ended_at >= :instant AND m.began_at < :instant")
                + " GROUP BY k ORDER BY k";
        Query query = em.createNativeQuery(sql).setParameter("instant", Utc.column(instant));
        return rows(caller, question, query).stream()
                .map(ReportQueries::counted)
                .toList();
    }

    /**
     * How many came into the backlog, or left it, in each part of the period but the first.
     *
     * @param column {@code began_at} or {@code ended_at}
     */
    private List<ReportLine> moved(Caller caller, Question question, String column) {
        Period period = question.period();
        String sql = "SELECT %s part, %s k, COUNT(*), COUNT(*) FROM ticket_stay m"
                        .formatted(part("m." + column, inner(period)), key(question))
                + restricted(caller, question, " WHERE m.%1$s >= :from AND m.%1$s < :to".formatted(column))
                + " GROUP BY part, k ORDER BY part, k";
        Query query = em.createNativeQuery(sql)
                .setParameter("from", Utc.column(period.endOf(0)))
                .setParameter("to", Utc.column(period.to()));
        return rows(caller, question, query).stream()
                .map(ReportQueries::counted)
                .toList();
    }

    List<ReportLine> came(Caller caller, Question question) {
        return moved(caller, question, "began_at");
    }

    List<ReportLine> went(Caller caller, Question question) {
        return moved(caller, question, "ended_at");
    }

    /** The names of what these ids name. */
    Map<String, String> names(Dimension dimension, Collection<String> ids) {
        String table = dimension.table();
        if (table == null || ids.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(NAMES.formatted(table))
                .setParameter("ids", ids.stream().map(UUID::fromString).toList())
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> Columns.uuid(row[0]).toString(), row -> Columns.text(row[1])));
    }

    private static List<Instant> inner(Period period) {
        return period.borders().subList(1, period.parts());
    }

    /** In which part an instant lies: found by halving, in the database. */
    private static String part(String column, List<Instant> borders) {
        return borders.isEmpty()
                ? "0"
                : borders.stream()
                        .map(border -> Long.toString(border.getEpochSecond()))
                        .collect(Collectors.joining(
                                ", ", "INTERVAL(TIMESTAMPDIFF(SECOND, '1970-01-01', %s), ".formatted(column), ")"));
    }

    private static String key(Question question) {
        Dimension by = question.by();
        return by == null ? "NULL" : "CAST(%s AS CHAR)".formatted(by.column());
    }

    private static String restricted(Caller caller, Question question, String where) {
        Dimension by = question.by();
        String seen = TicketScope.of(caller).condition("t");
        return " JOIN ticket t ON t.id = m.ticket_id".repeat(seen.equals("TRUE") ? 0 : 1)
                + (by == null ? "" : by.join())
                + where
                + " AND "
                + seen
                + question.conditions();
    }

    private static List<Object[]> rows(Caller caller, Question question, Query query) {
        question.only().forEach((each, value) -> query.setParameter(Question.parameter(each), value));
        TicketScope.of(caller).parameters().forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.setMaxResults(LINES_MAX + 1).getResultList();
        return rows;
    }
}
