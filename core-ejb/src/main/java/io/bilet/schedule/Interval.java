package io.bilet.schedule;

import io.bilet.platform.error.InvalidInput;
import java.util.regex.Pattern;

/**
 * Opening and closing time of day, in minutes after local midnight.
 *
 * @param opens 0 to 1439
 * @param closes 1 to 1440 where it ends the same day; less than {@code opens} where it runs into the next morning
 */
public record Interval(int opens, int closes) {

    static final int DAY_MINUTES = 24 * 60;

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00");

    public Interval {
        if (opens < 0 || opens >= DAY_MINUTES || closes < 0 || closes > DAY_MINUTES || opens == closes) {
            throw new IllegalArgumentException("an interval opens and closes within a day, at different times");
        }
    }

    /**
     * Reads times as {@code 09:00}; {@code 24:00} ends a day and starts none.
     *
     * @throws InvalidInput naming {@code pointer} if they are no times or the same
     */
    public static Interval parse(String opens, String closes, String pointer) {
        if (!TIME.matcher(opens).matches() || !TIME.matcher(closes).matches()) {
            throw new InvalidInput(pointer, "invalid_time", "Times of day from 00:00 to 24:00 were expected.");
        }
        int from = minutes(opens);
        int to = minutes(closes);
        if (from == DAY_MINUTES) {
            throw new InvalidInput(pointer, "invalid_time", "An interval cannot start at the end of the day.");
        }
        if (from == to) {
            throw new InvalidInput(pointer, "empty_interval", "An interval cannot end when it starts.");
        }
        return new Interval(from, to);
    }

    /** Opening time as it was read. */
    public String opensText() {
        return text(opens);
    }

    /** Closing time as it was read. */
    public String closesText() {
        return text(closes);
    }

    boolean runsIntoNextDay() {
        return closes < opens;
    }

    private static int minutes(String time) {
        return Integer.parseInt(time, 0, 2, 10) * 60 + Integer.parseInt(time, 3, 5, 10);
    }

    private static String text(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
