package io.bilet.sla;

import static java.util.stream.Collectors.joining;

import io.bilet.sla.policy.SlaPolicies;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores the clocks of tickets and their ledgers: one statement for the clocks that changed, one for the steps they
 * took.
 *
 * <p>Nothing here makes the persistence context write what it holds, so that a ticket is written once, when it is
 * settled.
 */
@ApplicationScoped
public class SlaClockRepository {

    private static final List<String> CLOCK = joined(joined(ClockRow.KEY, ClockRow.READING), List.of("next_alarm_at"));

    private static final List<String> BREACH = List.of("clock_id", "target_version", "ticket_id", "metric", "due_at");

    private static final String SELECT = "SELECT " + String.join(", ", joined(ClockRow.KEY, ClockRow.READING))
            + " FROM sla_clock WHERE ticket_id = :ticket ORDER BY started_at, metric";

    private static final String REPLACE = " ON DUPLICATE KEY UPDATE "
            + joined(ClockRow.READING, List.of("next_alarm_at")).stream()
                    .map(column -> column + " = VALUES(" + column + ")")
                    .collect(joining(", "));

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    @Inject
    SlaPolicies policies;

    /** The clocks of a ticket in order of their start, for whoever changes them; others wait until they have. */
    public List<SlaClock> lock(TicketId ticket) {
        return clocks(ticket, SELECT + " FOR UPDATE");
    }

    /** The clocks of a ticket in order of their start. */
    public List<SlaClock> of(TicketId ticket) {
        return clocks(ticket, SELECT);
    }

    private List<SlaClock> clocks(TicketId ticket, String select) {
        @SuppressWarnings("unchecked")
        List<@Nullable Object[]> rows = em.createNativeQuery(select)
                .setParameter("ticket", ticket.value().toString())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return rows.stream().map(row -> ClockRow.read(row, policies)).toList();
    }

    /**
     * Stores what changed about the clocks of one ticket, new ones included, and the steps that changed it.
     *
     * @param clocks all of the ticket's, because its ledger is numbered over all of them
     * @return the steps, in the order of their numbers
     */
    List<ClockEvent> save(List<SlaClock> clocks) {
        int last = clocks.stream().mapToInt(clock -> clock.reading().steps()).sum();
        List<RowWriter> changed = new ArrayList<>();
        List<ClockEvent> steps = new ArrayList<>();
        for (SlaClock clock : clocks) {
            List<ClockEvent> taken = clock.takeEvents();
            steps.addAll(taken);
            if (!taken.isEmpty()) {
                changed.add(ClockRow.write(clock).add(clock.nextAlarmAt().orElse(null)));
            }
        }
        if (!steps.isEmpty()) {
            insert("sla_clock", CLOCK, changed, REPLACE);
            record(steps, last - steps.size());
        }
        return steps;
    }

    private void record(List<ClockEvent> steps, int before) {
        List<RowWriter> rows = new ArrayList<>();
        for (ClockEvent step : steps) {
            rows.add(new ClockEventRow(before + rows.size() + 1, step).write());
        }
        insert("sla_clock_event", ClockEventRow.COLUMNS, rows, "");
        List<RowWriter> breaches = steps.stream()
                .filter(step -> step.step() == ClockStep.BREACH)
                .map(SlaClockRepository::breach)
                .toList();
        if (!breaches.isEmpty()) {
            insert("sla_breach", BREACH, breaches, "");
        }
    }

    private static RowWriter breach(ClockEvent step) {
        ClockKey clock = step.clock();
        return new RowWriter()
                .add(clock.id().value())
                .add(step.targetVersion())
                .add(clock.ticket().value())
                .add(clock.metric())
                .add(step.at());
    }

    private void insert(String table, List<String> columns, List<RowWriter> rows, String suffix) {
        String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        Query insert = em.createNativeQuery("INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES "
                        + String.join(", ", Collections.nCopies(rows.size(), row)) + suffix)
                .setFlushMode(FlushModeType.COMMIT);
        int position = 1;
        for (RowWriter each : rows) {
            for (Object value : each.values()) {
                insert.setParameter(position++, value);
            }
        }
        insert.executeUpdate();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
