package io.bilet.rest.sla;

import io.bilet.api.v1.model.Clock;
import io.bilet.api.v1.model.ClockEvent;
import io.bilet.api.v1.model.ClockEventType;
import io.bilet.api.v1.model.ClockState;
import io.bilet.api.v1.model.ResponsibleShare;
import io.bilet.api.v1.model.SlaMetric;
import io.bilet.api.v1.model.TicketPriority;
import io.bilet.api.v1.model.TimeKind;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.json.Wire;
import io.bilet.schedule.ScheduleId;
import io.bilet.sla.ClockEventRow;
import io.bilet.sla.ClockReading;
import io.bilet.sla.ClockStep;
import io.bilet.sla.Holder;
import io.bilet.sla.SlaClock;
import io.bilet.sla.policy.Elapsed;
import io.bilet.sla.policy.Promise;
import io.bilet.sla.policy.SlaPolicyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clocks and their ledgers as the API shows them. */
final class ClockJson {

    private ClockJson() {}

    static Clock of(SlaClock clock, Instant now) {
        ClockReading reading = clock.reading();
        Promise promise = reading.promise();
        Elapsed elapsed = clock.elapsedAt(now);
        return new Clock()
                .id(clock.key().id().toString())
                .metric(SlaMetric.fromValue(Wire.of(clock.metric())))
                .cycle(clock.key().cycle())
                .groupId(text(clock.key().group()))
                .state(state(clock.state()))
                .target(text(promise.target()))
                .time(TimeKind.fromValue(Wire.of(promise.pace().kind())))
                .policyId(text(promise.policy()))
                .policyVersion(promise.policy() == null ? null : promise.version())
                .scheduleId(text(promise.pace().schedule()))
                .priority(TicketPriority.fromValue(Wire.of(promise.priority())))
                .startedAt(reading.startedAt())
                .dueAt(reading.dueAt())
                .pausedAt(clock.state() == io.bilet.sla.ClockState.PAUSED ? reading.changedAt() : null)
                .endedAt(clock.isOpen() ? null : reading.changedAt())
                .endCause(clock.endCause().map(Wire::of).orElse(null))
                .elapsedSeconds(elapsed.calendar().toSeconds())
                .businessSeconds(elapsed.business().toSeconds())
                .breached(reading.breachedAt() != null)
                .breachedAt(reading.breachedAt());
    }

    private static ClockState state(io.bilet.sla.ClockState state) {
        return switch (state) {
            case RUNNING -> ClockState.RUNNING;
            case PAUSED -> ClockState.PAUSED;
            case FULFILLED -> ClockState.MET;
            case CANCELLED -> ClockState.CANCELLED;
        };
    }

    /** The clock, and whose time it counted. */
    static Clock of(SlaClock clock, Instant now, Map<Holder, Elapsed> responsible) {
        return of(clock, now)
                .responsible(responsible.entrySet().stream()
                        .map(share -> new ResponsibleShare()
                                .agentId(text(share.getKey().agent()))
                                .groupId(text(share.getKey().group()))
                                .elapsedSeconds(share.getValue().calendar().toSeconds())
                                .businessSeconds(share.getValue().business().toSeconds()))
                        .toList());
    }

    /** The step, and who answered for the ticket when it took effect. */
    static ClockEvent of(ClockEventRow row, Holder responsible) {
        return of(row).responsibleAgentId(text(responsible.agent())).responsibleGroupId(text(responsible.group()));
    }

    static ClockEvent of(ClockEventRow row) {
        io.bilet.sla.ClockEvent event = row.event();
        Promise promise = event.promise();
        return new ClockEvent()
                .sequence((long) row.seq())
                .clockId(event.clock().id().toString())
                .metric(SlaMetric.fromValue(Wire.of(event.clock().metric())))
                .cycle(event.clock().cycle())
                .groupId(text(event.clock().group()))
                .type(type(event.step()))
                .at(event.at())
                .dueAt(event.dueAfter())
                .previousDueAt(event.dueBefore())
                .cause(Wire.of(event.cause()))
                .warning(event.warning())
                .policyId(text(promise.policy()))
                .policyVersion(promise.policy() == null ? null : promise.version())
                .priority(TicketPriority.fromValue(Wire.of(promise.priority())))
                .target(text(promise.target()))
                .time(TimeKind.fromValue(Wire.of(promise.pace().kind())))
                .elapsedSeconds(event.elapsed().calendar().toSeconds())
                .businessSeconds(event.elapsed().business().toSeconds());
    }

    private static ClockEventType type(ClockStep step) {
        return switch (step) {
            case START -> ClockEventType.STARTED;
            case APPLY -> ClockEventType.RETARGETED;
            case PAUSE -> ClockEventType.PAUSED;
            case RESUME -> ClockEventType.RESUMED;
            case FULFIL -> ClockEventType.MET;
            case CANCEL -> ClockEventType.CANCELLED;
            case BREACH -> ClockEventType.BREACHED;
            case WARN -> ClockEventType.WARNED;
        };
    }

    private static @Nullable String text(@Nullable Duration duration) {
        return duration == null ? null : duration.toString();
    }

    private static @Nullable String text(@Nullable SlaPolicyId id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String text(@Nullable UserId id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String text(@Nullable GroupId id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String text(@Nullable ScheduleId id) {
        return id == null ? null : id.toString();
    }
}
