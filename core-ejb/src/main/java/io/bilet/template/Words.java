package io.bilet.template;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as their reader would write them. */
final class Words {

    /** How {@code date} can show a time. */
    static final Map<String, DateTimeFormatter> STYLES = Map.of(
            "short", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT),
            "medium", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT),
            "long", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT),
            "full", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT),
            "day", DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG),
            "time", DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT),
            "iso", DateTimeFormatter.ISO_OFFSET_DATE_TIME);

    private Words() {}

    static String of(@Nullable Object value, Reader reader) {
        if (value == null) {
            return "";
        }
        if (value instanceof Instant instant) {
            return of(instant, "medium", reader);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(one -> of(one, reader)).collect(Collectors.joining(", "));
        }
        return value instanceof Map ? "" : String.valueOf(value);
    }

    /** A time in a style that exists. */
    static String of(Instant instant, String style, Reader reader) {
        ZonedDateTime local = instant.atZone(reader.zone());
        DateTimeFormatter formatter = STYLES.getOrDefault(style, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return formatter.withLocale(reader.locale()).format(local);
    }

    static boolean isMissing(@Nullable Object value) {
        return value == null
                || (value instanceof CharSequence text && text.toString().isBlank())
                || (value instanceof Collection<?> several && several.isEmpty());
    }
}
