package io.bilet.sla;

import io.bilet.sla.policy.Elapsed;
import io.bilet.sla.policy.Promise;
import io.bilet.sla.policy.SlaMetric;
import io.bilet.sla.policy.SlaPolicies;
import io.bilet.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a step of a clock lies in {@code sla_clock_event}.
 *
 * @param seq counts up from 1 within the ticket, without gaps
 */
public record ClockEventRow(int seq, ClockEvent event) {

    static final List<String> COLUMNS = List.of(
            "ticket_id",
            "seq",
            "clock_id",
            "metric",
            "cycle",
            "group_id",
            "step",
            "at",
            "cause",
            "due_before",
            "due_after",
            "ran_calendar_micros",
            "ran_business_micros",
            "policy_id",
            "policy_version",
            "priority",
            "target_seconds",
            "time_kind",
            "schedule_id",
            "target_version",
            "warning");

    RowWriter write() {
        ClockKey clock = event.clock();
        return new RowWriter()
                .add(clock.ticket().value())
                .add(seq)
                .add(clock.id().value())
                .add(clock.metric())
                .add(clock.cycle())
                .add(clock.group() == null ? null : clock.group().value())
                .add(event.step())
                .add(event.at())
                .add(event.cause())
                .add(event.dueBefore())
                .add(event.dueAfter())
                .add(event.elapsed())
                .add(event.promise())
                .add(event.targetVersion())
                .add(event.warning());
    }

    static ClockEventRow read(@Nullable Object[] columns, SlaPolicies policies) {
        RowReader row = new RowReader(columns);
        var ticket = new TicketId(row.uuid());
        int seq = row.number();
        var id = new ClockId(row.uuid());
        var key = new ClockKey(id, ticket, row.constant(SlaMetric.class), row.number(), ClockRow.group(row));
        ClockStep step = row.constant(ClockStep.class);
        Instant at = row.instant();
        ClockCause cause = row.constant(ClockCause.class);
        Instant dueBefore = row.instantOrNull();
        Instant dueAfter = row.instantOrNull();
        var elapsed = new Elapsed(row.micros(), row.micros());
        Promise promise = ClockRow.promise(row, policies);
        var event = new ClockEvent(
                key, step, at, cause, dueBefore, dueAfter, elapsed, promise, row.number(), row.textOrNull());
        return new ClockEventRow(seq, event);
    }
}
