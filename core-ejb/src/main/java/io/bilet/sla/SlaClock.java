package io.bilet.sla;

import static io.bilet.sla.ClockState.CANCELLED;
import static io.bilet.sla.ClockState.FULFILLED;
import static io.bilet.sla.ClockState.PAUSED;
import static io.bilet.sla.ClockState.RUNNING;

import io.bilet.sla.Warnings.Warning;
import io.bilet.sla.policy.Elapsed;
import io.bilet.sla.policy.Promise;
import io.bilet.sla.policy.SlaMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long one metric of a ticket has run, and when that falls due.
 *
 * <p>A clock starts, may rest and go on with what is left, and ends fulfilled or cancelled. An ended clock never runs
 * again; what follows is another cycle. The due time is the instant at which its stretches use up the target, so it
 * moves on when the clock has rested. Another target counts from the same start, and may be used up at once.
 *
 * <p>A promise is broken once its due time has passed while the clock ran, whoever notices and however late: each
 * step says so first if nobody did. One target is broken once; another target of the same clock can be broken anew.
 */
public final class SlaClock {

    private final ClockKey key;
    private ClockState state = RUNNING;
    private Promise promise;
    private int targetVersion = 1;
    private boolean targetBroken;
    private Run run;
    private final Instant startedAt;
    private Instant changedAt;
    private @Nullable Instant dueAt;
    private @Nullable ClockCause endCause;
    private @Nullable Instant breachedAt;
    private Warnings warnings = Warnings.NONE;
    private final ClockLedger ledger;

    private SlaClock(ClockKey key, Promise promise, Run earlier, Instant at) {
        this.key = key;
        this.promise = promise;
        this.run = earlier.resumedAt(at);
        this.startedAt = at;
        this.changedAt = at;
        this.ledger = new ClockLedger(0);
    }

    SlaClock(ClockKey key, ClockReading reading) {
        this.key = key;
        state = reading.state();
        promise = reading.promise();
        targetVersion = reading.targetVersion();
        targetBroken = reading.targetBroken();
        run = reading.run();
        startedAt = reading.startedAt();
        changedAt = reading.changedAt();
        dueAt = reading.dueAt();
        endCause = reading.endCause();
        breachedAt = reading.breachedAt();
        warnings = reading.warnings();
        ledger = new ClockLedger(reading.steps());
    }

    static SlaClock start(ClockKey key, Promise promise, Instant at, ClockCause cause) {
        var clock = new SlaClock(key, promise, Run.NONE, at);
        clock.begin(cause);
        return clock;
    }

    /** Starts the next cycle where this ended one stopped: with the time it ran, and broken if that used it up. */
    SlaClock goOn(Promise promised, Instant when, ClockCause cause) {
        var next = new SlaClock(key.next(), promised, run, when.isBefore(changedAt) ? changedAt : when);
        if (breachedAt != null
                && promised.target() != null
                && run.usedBefore(promised.target(), promised.pace().kind())) {
            next.breachedAt = breachedAt;
            next.targetBroken = true;
        }
        next.begin(cause);
        return next;
    }

    private void begin(ClockCause cause) {
        plan(changedAt, false);
        record(ClockStep.START, changedAt, cause, null);
    }

    /** Stops counting; does nothing unless it runs. */
    void pause(Instant when, ClockCause cause) {
        if (state == RUNNING) {
            stop(PAUSED, ClockStep.PAUSE, when, cause);
        }
    }

    /** Counts on; does nothing unless it rests. */
    void resume(Instant when, ClockCause cause) {
        if (state == PAUSED) {
            Instant at = stepAt(when);
            state = RUNNING;
            run = run.resumedAt(at);
            plan(at, false);
            record(ClockStep.RESUME, at, cause, null);
        }
    }

    /** What was promised happened; does nothing if it is no longer owed. */
    void fulfil(Instant when, ClockCause cause) {
        if (state.isOpen()) {
            endCause = cause;
            stop(FULFILLED, ClockStep.FULFIL, when, cause);
        }
    }

    /** What was promised is no longer owed; does nothing if it was not. */
    void cancel(Instant when, ClockCause cause) {
        if (state.isOpen()) {
            endCause = cause;
            stop(CANCELLED, ClockStep.CANCEL, when, cause);
        }
    }

    private void stop(ClockState next, ClockStep step, Instant when, ClockCause cause) {
        Instant at = stepAt(when);
        Instant due = dueAt;
        state = next;
        run = run.restedAt(at, promise.pace());
        warnings = Warnings.NONE;
        dueAt = next == PAUSED ? null : due;
        record(step, at, cause, due);
    }

    /** Puts it under another promise, counted from the same start; nothing if that says the same or it has ended. */
    void apply(Promise next, Instant when) {
        if (state.isOpen() && !next.isSameAs(promise)) {
            change(next, when);
        } else if (state.isOpen()) {
            promise = next; // a loaded clock does not know which warnings its promise asks for
            keepUp(when);
        }
    }

    /** What passed by the hours that were planned with did not happen by those that were. */
    private void keepUp(Instant when) {
        if (isOutOfPlan()) {
            changedAt = when.isBefore(changedAt) ? changedAt : when;
            replan(changedAt, false, ClockCause.SCHEDULE_CHANGED);
            noticeBreach(changedAt);
        }
    }

    /** Whether it was planned by hours that its schedule no longer has. */
    boolean isOutOfPlan() {
        return state == RUNNING && !Objects.equals(due(), dueAt);
    }

    private void change(Promise next, Instant when) {
        Instant at = stepAt(when);
        var cause = next.priority() == promise.priority() ? ClockCause.POLICY_CHANGED : ClockCause.PRIORITY_CHANGED;
        boolean otherTarget = !next.fallsDueLike(promise);
        if (state == RUNNING && !next.pace().sharesSchedule(promise.pace())) {
            run = run.restedAt(at, promise.pace()).resumedAt(at);
        }
        promise = next;
        targetVersion += otherTarget ? 1 : 0;
        targetBroken &= !otherTarget;
        replan(at, otherTarget, cause);
    }

    private void replan(Instant at, boolean anew, ClockCause cause) {
        Instant before = dueAt;
        plan(at, anew);
        record(ClockStep.APPLY, at, cause, before);
    }

    /** Says what passed before {@code now} and nobody said: the breach, or else the last warning. */
    void sound(Instant now) {
        noticeBreach(now);
        Optional<Warning> passed = warnings.passedBy(now);
        warnings = warnings.after(now);
        passed.ifPresent(this::warn);
    }

    private void noticeBreach(Instant now) {
        if (state == RUNNING && !targetBroken && dueAt != null && dueAt.isBefore(now)) {
            breachedAt = dueAt;
            targetBroken = true;
            warnings = Warnings.NONE;
            record(ClockStep.BREACH, dueAt, ClockCause.TIME_PASSED, dueAt);
        }
    }

    /** The instant of a step: never before the last one, even if a node with a faster clock took that. */
    private Instant stepAt(Instant when) {
        Instant at = when.isBefore(changedAt) ? changedAt : when;
        noticeBreach(at);
        changedAt = at;
        return at;
    }

    private void plan(Instant at, boolean anew) {
        dueAt = due();
        boolean silent = targetBroken || dueAt == null || !dueAt.isAfter(at);
        warnings = silent ? Warnings.NONE : anew ? Warnings.anew(promise, run, at) : Warnings.ahead(promise, run, at);
    }

    private @Nullable Instant due() {
        if (promise.target() == null || state != RUNNING) {
            return null;
        }
        return targetBroken ? breachedAt : run.whenUsed(promise.target(), promise.pace());
    }

    private void warn(Warning warning) {
        ledger.add(event(ClockStep.WARN, warning.at(), ClockCause.TIME_PASSED, dueAt)
                .ofWarning(warning.step()));
    }

    private void record(ClockStep step, Instant at, ClockCause cause, @Nullable Instant dueBefore) {
        ledger.add(event(step, at, cause, dueBefore));
    }

    private ClockEvent event(ClockStep step, Instant at, ClockCause cause, @Nullable Instant dueBefore) {
        Elapsed elapsed = run.elapsedAt(at, promise.pace());
        return new ClockEvent(key, step, at, cause, dueBefore, dueAt, elapsed, promise, targetVersion, null);
    }

    public ClockKey key() {
        return key;
    }

    public SlaMetric metric() {
        return key.metric();
    }

    public ClockState state() {
        return state;
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    /** Why it ended; empty while it is open. */
    public Optional<ClockCause> endCause() {
        return Optional.ofNullable(endCause);
    }

    /** When it next has something to say by itself; empty if nothing lies ahead. */
    public Optional<Instant> nextAlarmAt() {
        boolean silent = state != RUNNING || targetBroken;
        return silent ? Optional.empty() : warnings.first().map(Warning::at).or(this::dueAt);
    }

    /**
     * When only {@code left} of its target is left, or the start of its stretch if that is later; empty unless it
     * runs.
     */
    Optional<Instant> whenLeft(Duration left) {
        return Optional.ofNullable(promise.target())
                .flatMap(target -> Optional.ofNullable(run.whenUsed(target.minus(left), promise.pace())));
    }

    /** How long it has run, also if the asking node's clock is behind the one that started it. */
    public Elapsed elapsedAt(Instant now) {
        return run.elapsedAt(now.isBefore(changedAt) ? changedAt : now, promise.pace());
    }

    public ClockReading reading() {
        return new ClockReading(
                state,
                promise,
                targetVersion,
                targetBroken,
                run,
                startedAt,
                changedAt,
                dueAt,
                endCause,
                breachedAt,
                warnings,
                ledger.steps());
    }

    /** Hands over the steps it took since it was loaded, oldest first, and forgets them. */
    List<ClockEvent> takeEvents() {
        return ledger.take();
    }
}
