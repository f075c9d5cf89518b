package io.bilet.schedule;

import io.bilet.platform.error.InvalidInput;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** A question about business time, answered by a schedule's hours. */
public sealed interface Calculation {

    /** Most questions at once. */
    int CALCULATIONS_MAX = 1_000;

    /**
     * The answer by these hours.
     *
     * @throws InvalidInput naming {@code pointer} if time would run backwards or leave the supported years
     */
    Answer answer(WorkingHours hours, String pointer);

    /** When so much business time has passed since {@code start}. */
    record Due(Instant start, Duration target) implements Calculation {

        @Override
        public Answer answer(WorkingHours hours, String pointer) {
            if (target.isNegative()) {
                throw backwards(pointer + "/business_seconds");
            }
            try {
                return new At(hours.add(start, target));
            } catch (DateTimeException e) {
                throw unsupported(pointer);
            }
        }
    }

    /** How much business time passes between the two. */
    record Elapsed(Instant start, Instant end) implements Calculation {

        @Override
        public Answer answer(WorkingHours hours, String pointer) {
            if (end.isBefore(start)) {
                throw backwards(pointer + "/end");
            }
            try {
                return new Passed(hours.between(start, end));
            } catch (DateTimeException e) {
                throw unsupported(pointer);
            }
        }
    }

    /** What was asked for: an instant or a length of time. */
    sealed interface Answer {}

    record At(Instant due) implements Answer {}

    record Passed(Duration business) implements Answer {}

    private static InvalidInput backwards(String pointer) {
        return new InvalidInput(pointer, "before_start", "Business time does not run backwards.");
    }

    private static InvalidInput unsupported(String pointer) {
        return new InvalidInput(
                pointer,
                "out_of_range",
                "Only the years %d to %d are supported.".formatted(WorkingHours.YEAR_MIN, WorkingHours.YEAR_MAX));
    }
}
