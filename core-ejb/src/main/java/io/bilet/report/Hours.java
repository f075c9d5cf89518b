package io.bilet.report;

import io.bilet.schedule.WorkingHours;
import io.bilet.sla.policy.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;

/** How much business time lies between two instants, the second not before the first. */
@FunctionalInterface
interface Hours {

    /** No schedule: every minute counts. */
    Hours ALWAYS = WorkingHours.always()::between;

    Duration between(Instant from, Instant to);

    default Elapsed elapsed(Instant from, Instant to) {
        return new Elapsed(Duration.between(from, to), between(from, to));
    }

    /**
     * Hours that change: each minute counts by what applied while it passed.
     *
     * @param before what applies before the first change
     */
    static Hours changing(Hours before, NavigableMap<Instant, Hours> changes) {
        return (from, to) -> {
            Duration sum = Duration.ZERO;
            Instant since = from;
            while (since.isBefore(to)) {
                Instant change = changes.higherKey(since);
                Instant until = change == null || change.isAfter(to) ? to : change;
                var present = changes.floorEntry(since);
                sum = sum.plus((present == null ? before : present.getValue()).between(since, until));
                since = until;
            }
            return sum;
        };
    }
}
