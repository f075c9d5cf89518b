package io.bilet.sla;

import static java.util.Objects.requireNonNull;

import io.bilet.sla.policy.Elapsed;
import io.bilet.sla.policy.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes clocks from nothing but their ledger, by a program of its own that shares no rule with the clocks. */
final class LedgerReplay {

    private final List<ClockEvent> steps = new ArrayList<>();

    static Map<ClockKey, ClockReading> of(List<ClockEvent> ledger) {
        Map<ClockKey, LedgerReplay> replays = new LinkedHashMap<>();
        ledger.forEach(event -> replays.computeIfAbsent(event.clock(), key -> new LedgerReplay())
                .steps
                .add(event));
        Map<ClockKey, ClockReading> readings = new LinkedHashMap<>();
        replays.forEach((key, replay) -> readings.put(key, replay.reading()));
        return readings;
    }

    private ClockState state = ClockState.RUNNING;
    private @Nullable Promise promise;
    private Elapsed before = Elapsed.NONE;
    private @Nullable Instant since;
    private @Nullable Instant startedAt;
    private @Nullable Instant changedAt;
    private @Nullable Instant dueAt;
    private @Nullable ClockCause endCause;
    private @Nullable Instant breachedAt;
    private boolean broken;
    private int targetVersion;

    private ClockReading reading() {
        steps.forEach(this::replay);
        return new ClockReading(
                state,
                requireNonNull(promise),
                targetVersion,
                broken,
                new Run(before, since),
                requireNonNull(startedAt),
                requireNonNull(changedAt),
                dueAt,
                endCause,
                breachedAt,
                Warnings.NONE,
                steps.size());
    }

    private void replay(ClockEvent event) {
        switch (event.step()) {
            case START -> started(event);
            case APPLY -> applied(event);
            case PAUSE -> stopped(event, ClockState.PAUSED);
            case FULFIL -> stopped(event, ClockState.FULFILLED);
            case CANCEL -> stopped(event, ClockState.CANCELLED);
            case RESUME -> {
                state = ClockState.RUNNING;
                since = event.at();
            }
            case BREACH -> {
                breachedAt = event.at();
                broken = true;
            }
            case WARN -> {}
        }
        dueAt = event.dueAfter();
        promise = event.promise();
        targetVersion = event.targetVersion();
        boolean byItself = event.step() == ClockStep.BREACH || event.step() == ClockStep.WARN;
        changedAt = byItself ? changedAt : event.at();
    }

    private void started(ClockEvent event) {
        startedAt = event.at();
        since = event.at();
        before = event.elapsed();
        if (event.dueAfter() != null && event.dueAfter().isBefore(event.at())) {
            broken = true;
            breachedAt = event.dueAfter();
        }
    }

    private void applied(ClockEvent event) {
        broken = broken && event.targetVersion() == targetVersion;
        boolean otherSchedule =
                !event.promise().pace().sharesSchedule(requireNonNull(promise).pace());
        if (state == ClockState.RUNNING && otherSchedule) {
            before = event.elapsed();
            since = event.at();
        }
    }

    private void stopped(ClockEvent event, ClockState next) {
        state = next;
        before = event.elapsed();
        since = null;
        endCause = next == ClockState.PAUSED ? null : event.cause();
    }
}
