package io.bilet.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a delivery is tried: ten times within 75 hours and 35 minutes, as the Standard Webhooks specification says. */
final class RetrySchedule {

    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** No endpoint can ask for more patience than the schedule itself has. */
    private static final Duration ASKED_MAX = Duration.ofHours(24);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private RetrySchedule() {}

    /**
     * How long to wait after a failed attempt; empty after the last one.
     *
     * @param retryAfter what the endpoint said about it (RFC 9110 §10.2.3)
     */
    static Optional<Duration> pause(int attempt, Optional<String> retryAfter, Instant now) {
        if (attempt > PAUSES.size()) {
            return Optional.empty();
        }
        Duration planned = PAUSES.get(attempt - 1);
        return Optional.of(retryAfter
                .flatMap(asked -> read(asked, now))
                .filter(asked -> asked.compareTo(planned) > 0)
                .map(asked -> asked.compareTo(ASKED_MAX) < 0 ? asked : ASKED_MAX)
                .orElse(planned));
    }

    private static Optional<Duration> read(String retryAfter, Instant now) {
        if (SECONDS.matcher(retryAfter).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        try {
            Instant at = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, at));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
