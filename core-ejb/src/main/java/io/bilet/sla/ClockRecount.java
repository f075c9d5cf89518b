package io.bilet.sla;

import io.bilet.sla.policy.Elapsed;
import io.bilet.sla.policy.Pace;
import io.bilet.sla.policy.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes one clock again from nothing but what happened to it and when, and tells what its ledger or its row say
 * otherwise. Neither the lengths nor the due times that are written there are believed.
 */
final class ClockRecount {

    /** What another node knew of a schedule's change may be older by so much. */
    private static final Duration LAG = Duration.ofSeconds(10);

    private final Optional<ClockReading> earlier;
    private final List<String> differences = new ArrayList<>();
    private ClockState state = ClockState.RUNNING;
    private Promise promise;
    private Run run = Run.NONE;
    private @Nullable Instant due;
    private @Nullable Instant brokenAt;
    private boolean broken;
    private int targetVersion = 1;
    private int steps;

    private ClockRecount(Optional<ClockReading> earlier, Promise first) {
        this.earlier = earlier;
        this.promise = first;
    }

    /**
     * What is wrong about a clock, in words; nothing if all is well.
     *
     * @param ledger of the clock, oldest first
     * @param earlier the cycle before it, if any; it may go on from there
     */
    static List<String> differences(List<ClockEvent> ledger, ClockReading stored, Optional<ClockReading> earlier) {
        if (ledger.isEmpty()) {
            return List.of("It has no ledger.");
        }
        var recount = new ClockRecount(earlier, ledger.get(0).promise());
        ledger.forEach(recount::follow);
        recount.compare(stored);
        return recount.differences;
    }

    private void follow(ClockEvent step) {
        steps++;
        Instant at = step.at();
        if (isOverdueAt(at) && step.cause() != ClockCause.TIME_PASSED && step.cause() != ClockCause.SCHEDULE_CHANGED) {
            differences.add("Step %d at %s comes after the due time %s, but no breach does.".formatted(steps, at, due));
        }
        if (step.step() == ClockStep.START) {
            start(step);
        }
        Elapsed elapsed = run.elapsedAt(at, promise.pace());
        require("elapsed time at " + at, step.elapsed(), elapsed);
        require("due time before " + at, step.dueBefore(), step.step() == ClockStep.START ? null : due);
        switch (step.step()) {
            case START, WARN -> {}
            case APPLY -> apply(step, elapsed);
            case PAUSE -> stop(ClockState.PAUSED, elapsed);
            case FULFIL -> stop(ClockState.FULFILLED, elapsed);
            case CANCEL -> stop(ClockState.CANCELLED, elapsed);
            case RESUME -> {
                state = ClockState.RUNNING;
                run = run.resumedAt(at);
            }
            case BREACH -> {
                require("due time that was missed", at, due);
                broken = true;
                brokenAt = at;
            }
        }
        promise = step.promise();
        plan(step);
        require("due time after " + at, step.dueAfter(), due);
    }

    private boolean isOverdueAt(Instant at) {
        return state == ClockState.RUNNING && !broken && due != null && due.isBefore(at);
    }

    /** It begins with nothing, or goes on where the cycle before it stopped. */
    private void start(ClockEvent step) {
        Elapsed carried = earlier.map(before -> before.run().before()).orElse(Elapsed.NONE);
        boolean goesOn = step.elapsed().equals(carried);
        run = new Run(goesOn ? carried : Elapsed.NONE, step.at());
        Instant missed = earlier.map(ClockReading::breachedAt).orElse(null);
        Duration target = step.promise().target();
        broken = goesOn
                && missed != null
                && target != null
                && run.usedBefore(target, step.promise().pace().kind());
        brokenAt = broken ? missed : null;
    }

    private void apply(ClockEvent step, Elapsed elapsed) {
        if (state == ClockState.RUNNING && !step.promise().pace().sharesSchedule(promise.pace())) {
            run = new Run(elapsed, step.at());
        }
        broken &= step.targetVersion() == targetVersion;
        targetVersion = step.targetVersion();
    }

    private void stop(ClockState next, Elapsed elapsed) {
        state = next;
        run = new Run(elapsed, null);
    }

    private void plan(ClockEvent step) {
        if (state == ClockState.PAUSED || (state == ClockState.RUNNING && promise.target() == null)) {
            due = null;
        } else if (state == ClockState.RUNNING && broken) {
            due = brokenAt;
        } else if (state == ClockState.RUNNING && isPlanning(step.step())) {
            due = planned(step.at());
            if (!Objects.equals(due, step.dueAfter())
                    && Objects.equals(planned(step.at().minus(LAG)), step.dueAfter())) {
                due = step.dueAfter();
            }
        }
    }

    private static boolean isPlanning(ClockStep step) {
        return step == ClockStep.START || step == ClockStep.RESUME || step == ClockStep.APPLY;
    }

    private @Nullable Instant planned(Instant known) {
        Pace pace = promise.pace().asOf(known);
        return promise.target() == null ? null : run.whenUsed(promise.target(), pace);
    }

    private void compare(ClockReading stored) {
        require("state", stored.state(), state);
        require("time run", stored.run(), run);
        require("due time", stored.dueAt(), due);
        require("missed due time", stored.breachedAt(), brokenAt);
        require("whether the target was broken", stored.targetBroken(), broken);
        require("number of targets", stored.targetVersion(), targetVersion);
        require("number of steps", stored.steps(), steps);
    }

    private void require(String what, @Nullable Object said, @Nullable Object counted) {
        if (!Objects.equals(said, counted)) {
            differences.add("%s: %s is written, %s was counted.".formatted(what, said, counted));
        }
    }
}
