package io.bilet.ticket;

import io.bilet.platform.error.InvalidInput;
import io.bilet.schedule.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A promise to answer later.
 *
 * @param returnAt when the ticket comes back into its owner's inbox
 * @param responseDueAt by when the requester was told to hear from us
 * @param reason why, for colleagues; at most {@value #REASON_LENGTH_MAX} characters
 */
public record Snooze(
        Instant returnAt, Instant responseDueAt, @Nullable String reason) {

    public static final int REASON_LENGTH_MAX = 255;

    /** Who promises something for later than this promises nothing. */
    private static final Duration AHEAD_MAX = Duration.ofDays(366);

    public Snooze {
        returnAt = returnAt.truncatedTo(ChronoUnit.MICROS);
        responseDueAt = responseDueAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Refuses a promise that has passed or leaves no time to keep it.
     *
     * @throws InvalidInput unless now comes before the return, and the return before the answer
     */
    void requireAheadOf(Instant now) {
        if (!returnAt.isAfter(now)) {
            throw new InvalidInput("/return_at", "not_ahead", "A ticket can come back only in the future.");
        }
        if (!responseDueAt.isAfter(returnAt)) {
            throw new InvalidInput(
                    "/response_due_at", "not_after_return", "The answer must be due after the ticket has come back.");
        }
        if (responseDueAt.isAfter(now.plus(AHEAD_MAX))) {
            throw new InvalidInput(
                    "/response_due_at",
                    "too_far",
                    "An answer can be promised for at most %d days.".formatted(AHEAD_MAX.toDays()));
        }
    }

    /**
     * Refuses a promise for a time at which nobody is there. The closing instant is within the hours, as it is for
     * every other due time.
     *
     * @throws InvalidInput naming the next opening instant
     */
    void requireWithin(WorkingHours hours) {
        if (!hours.isOpen(responseDueAt) && !hours.isOpen(responseDueAt.minus(1, ChronoUnit.MICROS))) {
            throw new InvalidInput(
                    "/response_due_at",
                    "outside_opening_hours",
                    hours.nextOpening(responseDueAt)
                            .map("Nobody is there at that time; the next opening is at %s."::formatted)
                            .orElse("Nobody is there at that time or later."));
        }
    }
}
