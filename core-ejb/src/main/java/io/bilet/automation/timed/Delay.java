package io.bilet.automation.timed;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.Wire;
import io.bilet.schedule.WorkingHours;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** How long a condition must hold before an automation acts. */
@Embeddable
public class Delay {

    private static final Duration MIN = Duration.ofMinutes(1);
    private static final Duration MAX = Duration.ofDays(366);

    @Column(name = "delay", nullable = false)
    private String length;

    @Enumerated(EnumType.STRING)
    @Column(name = "counts", nullable = false)
    private Counts counts;

    /** Which time counts. */
    public enum Counts {
        /** Every minute. */
        CALENDAR,
        /** Minutes in which somebody is there for the ticket. */
        BUSINESS
    }

    @SuppressWarnings("NullAway.Init")
    protected Delay() {} // for JPA

    private Delay(Duration length, Counts counts) {
        this.length = length.toString();
        this.counts = counts;
    }

    /**
     * Reads a delay.
     *
     * @param length an ISO 8601 duration of whole minutes
     * @throws InvalidInput if it is none, shorter than a minute or longer than a year
     */
    public static Delay of(String length, Counts counts, String pointer) {
        Duration read = read(length, pointer);
        if (read.compareTo(MIN) < 0 || read.compareTo(MAX) > 0 || !read.equals(read.truncatedTo(ChronoUnit.MINUTES))) {
            throw new InvalidInput(
                    pointer, "out_of_range", "Whole minutes are expected here, from one to a year of them.");
        }
        return new Delay(read, counts);
    }

    private static Duration read(String length, String pointer) {
        try {
            return Duration.parse(length);
        } catch (DateTimeParseException unreadable) {
            throw new InvalidInput(pointer, "wrong_type", "A duration as in P2D or PT4H30M is expected here.");
        }
    }

    /** When it is over. */
    public Instant after(Instant begin, WorkingHours hours) {
        return counts == Counts.BUSINESS
                ? hours.add(begin, Duration.parse(length))
                : begin.plus(Duration.parse(length));
    }

    public boolean countsBusinessTime() {
        return counts == Counts.BUSINESS;
    }

    public Duration length() {
        return Duration.parse(length);
    }

    public Counts counts() {
        return counts;
    }

    boolean isSameAs(Delay other) {
        return length.equals(other.length) && counts == other.counts;
    }

    @Override
    public String toString() {
        return length + " " + Wire.of(counts);
    }
}
