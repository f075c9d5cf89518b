package io.bilet.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with an iCalendar file that is watched.
 *
 * @param etag its version when it was last read
 * @param readAt when it was last read or seen unchanged; null if it never was
 * @param problem why it could not be read the last time, in words; what was read before stays in force
 */
public record HolidayFeed(
        String url,
        @Nullable String etag,
        @Nullable Instant readAt,
        @Nullable String problem,
        Instant nextTryAt) {}
