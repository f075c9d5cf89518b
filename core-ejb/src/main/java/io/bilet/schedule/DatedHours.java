package io.bilet.schedule;

import java.time.LocalDate;
import java.util.List;

/**
 * Other hours on one civil date.
 *
 * @param intervals in order, nothing overlaps; none if it is closed
 */
public record DatedHours(LocalDate date, String name, List<Interval> intervals) {

    public DatedHours {
        intervals = Week.sorted(intervals);
    }
}
