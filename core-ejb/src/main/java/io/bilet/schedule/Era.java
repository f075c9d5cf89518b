package io.bilet.schedule;

import java.time.Instant;

/**
 * What a schedule said from some instant until its next version.
 *
 * @param from not asked of the first one, which reaches back to the beginning
 */
public record Era(Instant from, Timetable timetable) {

    /** It begins when it was made, but never before the one it replaced: the clocks of two nodes may differ. */
    Era notBefore(Era replaced) {
        return from.isBefore(replaced.from) ? new Era(replaced.from, timetable) : this;
    }
}
