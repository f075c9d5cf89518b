package io.bilet.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * The open intervals of one calendar year of UTC as instants, with the open time up to the end of each, so that both
 * questions are one binary search. All in microseconds.
 */
final class OpenYear {

    static final long SECOND_MICROS = 1_000_000L;

    private static final long DAY_SECONDS = 24 * 60 * 60;

    private final LongList opens = new LongList();
    private final LongList closes = new LongList();
    private final LongList passed = new LongList();

    /** Lays over the year what was said at each instant of it; {@code eras} are in order. */
    OpenYear(int year, List<Era> eras) {
        Instant end = startOf(year + 1);
        Instant from = startOf(year);
        for (int i = 0; i < eras.size(); i++) {
            Instant next = i + 1 < eras.size() ? eras.get(i + 1).from() : end;
            Instant until = next.isBefore(end) ? next : end;
            lay(from, until, eras.get(i).timetable());
            from = until.isAfter(from) ? until : from;
        }
        sum();
    }

    /**
     * Lays out the stretch between two instants. Between two changes of the zone's offset the wall clock runs evenly,
     * so each such stretch is laid out by itself: what the wall clock skips is never open, what it shows twice is open
     * twice.
     */
    private void lay(Instant from, Instant end, Timetable timetable) {
        ZoneRules rules = timetable.zone().getRules();
        Instant start = from;
        while (start.isBefore(end)) {
            ZoneOffsetTransition change = rules.nextTransition(start);
            Instant until = change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
            lay(start, until, rules.getOffset(start), timetable);
            start = until;
        }
    }

    private static Instant startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void lay(Instant start, Instant end, ZoneOffset offset, Timetable timetable) {
        LocalDate last = LocalDate.ofInstant(end, offset);
        for (LocalDate day = LocalDate.ofInstant(start, offset); !day.isAfter(last); day = day.plusDays(1)) {
            long midnight = day.toEpochDay() * DAY_SECONDS - offset.getTotalSeconds();
            for (Interval interval : timetable.on(day)) {
                long from = Math.max(micros(start), (midnight + interval.opens() * 60L) * SECOND_MICROS);
                long to = Math.min(micros(end), (midnight + interval.closes() * 60L) * SECOND_MICROS);
                append(from, to);
            }
        }
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * SECOND_MICROS + instant.getNano() / 1_000;
    }

    private void append(long opening, long to) {
        long from = closes.size() > 0 ? Math.max(opening, closes.last()) : opening;
        if (from >= to) {
            return;
        }
        if (closes.size() > 0 && closes.last() == from) {
            closes.setLast(to);
        } else {
            opens.add(from);
            closes.add(to);
        }
    }

    private void sum() {
        long sum = 0;
        for (int i = 0; i < opens.size(); i++) {
            sum += closes.get(i) - opens.get(i);
            passed.add(sum);
        }
        closes.seal();
        passed.seal();
    }

    /** Open time of the whole year. */
    long total() {
        return passed.size() == 0 ? 0 : passed.last();
    }

    /** Open time from the year's start until {@code instant}. */
    long passedAt(long instant) {
        int i = closes.firstAtLeast(instant);
        if (i == closes.size()) {
            return total();
        }
        return passed.get(i) - (closes.get(i) - Math.max(opens.get(i), instant));
    }

    /** The first instant at which so much open time, more than none and at most the total, has passed. */
    long instantAt(long open) {
        int i = passed.firstAtLeast(open);
        return closes.get(i) - (passed.get(i) - open);
    }

    /** The first instant, not before {@code instant}, that is open; {@link Long#MAX_VALUE} if none is left. */
    long openFrom(long instant) {
        int i = closes.firstAtLeast(instant + 1);
        return i == closes.size() ? Long.MAX_VALUE : Math.max(instant, opens.get(i));
    }
}
