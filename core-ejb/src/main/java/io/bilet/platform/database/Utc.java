package io.bilet.platform.database;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants as native SQL sees them: UTC {@code DATETIME(6)} columns without a zone. */
public final class Utc {

    private Utc() {}

    public static @Nullable LocalDateTime column(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Reads a column of a native query; the driver gives a {@link LocalDateTime} or a {@link Timestamp}. */
    public static @Nullable Instant instant(@Nullable Object column) {
        if (column == null) {
            return null;
        }
        LocalDateTime utc = column instanceof Timestamp t ? t.toLocalDateTime() : (LocalDateTime) column;
        return utc.toInstant(ZoneOffset.UTC);
    }
}
