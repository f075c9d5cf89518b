package io.bilet.report;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How long several things took, in one kind of time.
 *
 * @param median half of them took no longer; of an even number the earlier of the two in the middle
 * @param ninetieth nine of ten took no longer
 */
public record Times(Duration total, Duration mean, Duration median, Duration ninetieth, Duration longest) {

    static Times ofMicros(long count, long total, long median, long ninetieth, long longest) {
        return new Times(micros(total), micros(total / count), micros(median), micros(ninetieth), micros(longest));
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
