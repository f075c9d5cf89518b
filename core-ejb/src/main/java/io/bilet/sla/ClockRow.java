package io.bilet.sla;

import io.bilet.people.GroupId;
import io.bilet.schedule.ScheduleId;
import io.bilet.sla.policy.Elapsed;
import io.bilet.sla.policy.Pace;
import io.bilet.sla.policy.Promise;
import io.bilet.sla.policy.SlaMetric;
import io.bilet.sla.policy.SlaPolicies;
import io.bilet.sla.policy.SlaPolicyId;
import io.bilet.sla.policy.TimeKind;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a clock lies in {@code sla_clock}; what the sweep needs for itself is not among the columns. */
final class ClockRow {

    static final List<String> KEY = List.of("ticket_id", "metric", "cycle", "id", "group_id");

    static final List<String> READING = List.of(
            "state",
            "policy_id",
            "policy_version",
            "priority",
            "target_seconds",
            "time_kind",
            "schedule_id",
            "target_version",
            "target_broken",
            "ran_calendar_micros",
            "ran_business_micros",
            "running_since",
            "started_at",
            "changed_at",
            "due_at",
            "end_cause",
            "breached_at",
            "warnings",
            "steps");

    private ClockRow() {}

    /** The values of {@link #KEY} and {@link #READING}. */
    static RowWriter write(SlaClock clock) {
        ClockKey key = clock.key();
        ClockReading shown = clock.reading();
        return new RowWriter()
                .add(key.ticket().value())
                .add(key.metric())
                .add(key.cycle())
                .add(key.id().value())
                .add(key.group() == null ? null : key.group().value())
                .add(shown.state())
                .add(shown.promise())
                .add(shown.targetVersion())
                .add(shown.targetBroken())
                .add(shown.run().before())
                .add(shown.run().since())
                .add(shown.startedAt())
                .add(shown.changedAt())
                .add(shown.dueAt())
                .add(shown.endCause())
                .add(shown.breachedAt())
                .add(shown.warnings().toText())
                .add(shown.steps());
    }

    static SlaClock read(@Nullable Object[] columns, SlaPolicies policies) {
        RowReader row = new RowReader(columns);
        var ticket = new TicketId(row.uuid());
        var metric = row.constant(SlaMetric.class);
        int cycle = row.number();
        var key = new ClockKey(new ClockId(row.uuid()), ticket, metric, cycle, group(row));
        var reading = new ClockReading(
                row.constant(ClockState.class),
                promise(row, policies),
                row.number(),
                row.truth(),
                new Run(new Elapsed(row.micros(), row.micros()), row.instantOrNull()),
                row.instant(),
                row.instant(),
                row.instantOrNull(),
                row.constantOrNull(ClockCause.class),
                row.instantOrNull(),
                Warnings.ofText(row.text()),
                row.number());
        return new SlaClock(key, reading);
    }

    static @Nullable GroupId group(RowReader row) {
        UUID group = row.uuidOrNull();
        return group == null ? null : new GroupId(group);
    }

    /** Warnings are not stored with a promise; those that lie ahead are stored with the clock. */
    static Promise promise(RowReader row, SlaPolicies policies) {
        UUID policy = row.uuidOrNull();
        int version = row.number();
        var priority = row.constant(TicketPriority.class);
        Duration target = row.secondsOrNull();
        var kind = row.constant(TimeKind.class);
        UUID scheduleId = row.uuidOrNull();
        ScheduleId schedule = scheduleId == null ? null : new ScheduleId(scheduleId);
        var pace = new Pace(kind, schedule, policies.hours(schedule));
        return new Promise(policy == null ? null : new SlaPolicyId(policy), version, priority, target, pace, List.of());
    }
}
