package io.bilet.rest.http.schema;

import io.bilet.rest.http.schema.StringSchema.Format;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats of texts and numbers that the specification uses. */
final class Formats {

    /** A day to the left and right of what the database can keep, so that zones cannot push a time out of it. */
    private static final Instant EARLIEST = Instant.parse("1000-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private static final Pattern DATE_TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    private static final Map<String, Format> TEXTS = Map.of(
            "date-time", new Format("A time such as 2026-11-23T10:00:00Z is expected.", Formats::isDateTime),
            "date", new Format("A date such as 2026-11-23 is expected.", reads(LocalDate::parse)),
            "duration", new Format("A duration such as PT4H is expected.", reads(Duration::parse)),
            "uri", new Format("A URI is expected.", reads(URI::create)),
            "uri-reference", new Format("A URI reference is expected.", reads(URI::create)),
            "email", new Format("An e-mail address is expected.", text -> text.indexOf('@') > 0),
            "password", new Format("A secret is expected.", text -> true),
            "binary", new Format("Bytes are expected.", text -> true));

    private Formats() {}

    static Format text(String name) {
        Format format = TEXTS.get(name);
        if (format == null) {
            throw new IllegalStateException("The specification uses the unknown format " + name);
        }
        return format;
    }

    private static boolean isDateTime(String text) {
        if (!DATE_TIME.matcher(text).matches()) {
            return false;
        }
        try {
            Instant instant = Instant.parse(text);
            return instant.isAfter(EARLIEST) && instant.isBefore(LATEST);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Predicate<String> reads(Consumer<String> reader) {
        return text -> {
            try {
                reader.accept(text);
                return true;
            } catch (DateTimeException | IllegalArgumentException e) {
                return false;
            }
        };
    }
}
