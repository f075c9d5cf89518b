package io.bilet.platform.typed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Days of the calendar as they are written, so that the order of the texts is the order of the days. */
public final class Dates {

    private static final int LENGTH = "2026-11-23".length();

    private Dates() {}

    /** The day, of the years 0000 to 9999; null if the text is none. */
    public static @Nullable LocalDate read(String text) {
        try {
            return text.length() == LENGTH && Character.isDigit(text.charAt(0)) ? LocalDate.parse(text) : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** When the day begins in UTC. */
    public static Instant beginning(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
