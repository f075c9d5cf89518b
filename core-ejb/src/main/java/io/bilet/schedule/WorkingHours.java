package io.bilet.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which time counts, by what a schedule said at each instant.
 *
 * <p>Exact to the microsecond, for instants of the years {@value #YEAR_MIN} to {@value #YEAR_MAX}. Safe for use by many
 * threads and made for being asked often: a year is laid out when it is first asked about and kept.
 */
public final class WorkingHours {

    public static final int YEAR_MIN = 1970;
    public static final int YEAR_MAX = 2299;

    private static final WorkingHours ALWAYS = new WorkingHours(ZoneOffset.UTC, Week.always(), Set.of());

    /** Start of each supported year, and of the one after, in seconds. */
    private static final long[] YEAR_STARTS = IntStream.rangeClosed(YEAR_MIN, YEAR_MAX + 1)
            .mapToLong(year -> Year.of(year).atDay(1).toEpochDay() * 86_400L)
            .toArray();

    private static final int YEAR_SECONDS = 366 * 86_400;

    private final List<Era> eras;
    private final AtomicReferenceArray<@Nullable OpenYear> years = new AtomicReferenceArray<>(YEAR_MAX - YEAR_MIN + 1);

    public WorkingHours(ZoneId zone, Week week, Set<LocalDate> holidays) {
        this(new Timetable(zone, week, holidays, Map.of()));
    }

    /** One timetable, for all time. */
    public WorkingHours(Timetable timetable) {
        this(List.of(new Era(Instant.EPOCH, timetable)));
    }

    /**
     * Timetables that followed one another.
     *
     * @param eras at least one, oldest first
     */
    public WorkingHours(List<Era> eras) {
        this.eras = List.copyOf(eras);
    }

    /** The hours as they were known at an instant, for judging what was computed then. */
    public WorkingHours asOf(Instant instant) {
        long later = eras.stream()
                .skip(1) // the first reaches back to the beginning
                .filter(era -> era.from().isAfter(instant))
                .count();
        return later == 0 ? this : new WorkingHours(eras.subList(0, eras.size() - (int) later));
    }

    /** Time that always counts. */
    public static WorkingHours always() {
        return ALWAYS;
    }

    /**
     * When {@code target} of business time has passed since {@code start}. A target that exactly uses up an interval is
     * due at the closing instant; no target at all is due at once.
     *
     * @throws DateTimeException if that is not within the supported years
     */
    public Instant add(Instant start, Duration target) {
        if (target.isNegative()) {
            throw new IllegalArgumentException("business time does not run backwards");
        }
        if (target.isZero()) {
            return start;
        }
        long from = micros(start);
        int year = yearOf(from);
        long left = year(year).passedAt(from) + micros(target);
        while (left > year(year).total()) {
            left -= year(year).total();
            year++;
            if (year > YEAR_MAX) {
                throw unsupported();
            }
        }
        return instant(year(year).instantAt(left));
    }

    /**
     * How much business time lies between the two; none if {@code end} is not after {@code start}.
     *
     * @throws DateTimeException if either is not within the supported years
     */
    public Duration between(Instant start, Instant end) {
        long from = micros(start);
        long to = micros(end);
        int year = yearOf(from);
        int lastYear = yearOf(to);
        if (to <= from) {
            return Duration.ZERO;
        }
        long passed = year(lastYear).passedAt(to) - year(year).passedAt(from);
        for (; year < lastYear; year++) {
            passed += year(year).total();
        }
        return Duration.of(passed, ChronoUnit.MICROS);
    }

    /** Whether time counts at this instant. The opening instant does, the closing instant does not. */
    public boolean isOpen(Instant instant) {
        long at = micros(instant);
        return year(yearOf(at)).openFrom(at) == at;
    }

    /** The first instant, not before {@code from}, at which time counts; empty if it never does again. */
    public Optional<Instant> nextOpening(Instant from) {
        long at = micros(from);
        for (int year = yearOf(at); year <= YEAR_MAX; year++) {
            long opening = year(year).openFrom(at);
            if (opening != Long.MAX_VALUE) {
                return Optional.of(opening == at ? from : instant(opening));
            }
        }
        return Optional.empty();
    }

    private OpenYear year(int year) {
        OpenYear known = years.get(year - YEAR_MIN);
        if (known == null) {
            known = new OpenYear(year, eras);
            years.set(year - YEAR_MIN, known); // two threads may both make it; they make the same
        }
        return known;
    }

    /** The longest year never guesses too late, and by no more than the leap years that were missed. */
    private static int yearOf(long micros) {
        long second = Math.floorDiv(micros, OpenYear.SECOND_MICROS);
        int guess = (int) (second / YEAR_SECONDS);
        while (YEAR_STARTS[guess + 1] <= second) {
            guess++;
        }
        return YEAR_MIN + guess;
    }

    private static DateTimeException unsupported() {
        return new DateTimeException("Only the years %d to %d are supported".formatted(YEAR_MIN, YEAR_MAX));
    }

    private static long micros(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < YEAR_STARTS[0] || second >= YEAR_STARTS[YEAR_STARTS.length - 1]) {
            throw unsupported();
        }
        return second * OpenYear.SECOND_MICROS + instant.getNano() / 1_000;
    }

    private static long micros(Duration duration) {
        long seconds = Math.min(duration.getSeconds(), YEAR_STARTS[YEAR_STARTS.length - 1] + 1); // more never passes
        return seconds * OpenYear.SECOND_MICROS + duration.getNano() / 1_000;
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, OpenYear.SECOND_MICROS), Math.floorMod(micros, OpenYear.SECOND_MICROS) * 1_000);
    }
}
