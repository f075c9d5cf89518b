package io.bilet.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a snoozed ticket comes back, and what the requester was promised until that is kept, broken or not owed. */
@Embeddable
public class Snoozing {

    /** Set while the ticket is snoozed. */
    @Column(name = "snoozed_until")
    private @Nullable Instant returnAt;

    /** Set while the promise is open, which may be longer. */
    @Column(name = "promised_at")
    private @Nullable Instant promisedAt;

    @Column(name = "snooze_reason")
    private @Nullable String reason;

    /** When something happens by itself next; what the timer looks for. */
    @Column(name = "snooze_alarm_at")
    private @Nullable Instant alarmAt;

    @Column(name = "snooze_count", nullable = false)
    private int count;

    @Column(name = "snooze_return_count", nullable = false)
    private int returnCount;

    public Optional<Instant> returnAt() {
        return Optional.ofNullable(returnAt);
    }

    /** By when the requester was told to hear from us. */
    public Optional<Instant> promisedAt() {
        return Optional.ofNullable(promisedAt);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** How often the ticket was snoozed in its life. */
    public int count() {
        return count;
    }

    /** How often it came back, to be followed up. */
    public int returnCount() {
        return returnCount;
    }

    /** Whether the ticket is snoozed or a promise is open. */
    public boolean isUnderWay() {
        return returnAt != null || promisedAt != null;
    }

    /** What falls due: while the ticket is snoozed what was promised, afterwards whichever is earlier. */
    public Due due(Due byPolicy, Duration handlingTime) {
        Instant promised = promisedAt;
        if (promised == null) {
            return byPolicy;
        }
        boolean policyComesFirst = returnAt == null
                && byPolicy.at().filter(at -> at.isBefore(promised)).isPresent();
        return policyComesFirst ? byPolicy : byPolicy.promised(promised, promised.minus(handlingTime));
    }

    void begin(Snooze snooze) {
        returnAt = snooze.returnAt();
        promisedAt = snooze.responseDueAt();
        reason = snooze.reason();
        count++;
        planAlarm();
    }

    boolean returnsBy(Instant now) {
        return returnAt != null && !returnAt.isAfter(now);
    }

    void returned() {
        returnCount += returnAt == null ? 0 : 1;
        returnAt = null;
        planAlarm();
    }

    void promiseEnded() {
        promisedAt = null;
        planAlarm();
    }

    private void planAlarm() {
        alarmAt = returnAt == null ? promisedAt : returnAt;
        reason = isUnderWay() ? reason : null;
    }
}
