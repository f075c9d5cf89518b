package io.bilet.sla;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one row of a native query, from left to right. */
final class RowReader {

    private final @Nullable Object[] row;
    private int next;

    RowReader(@Nullable Object[] row) {
        this.row = row;
    }

    UUID uuid() {
        return Columns.uuid(row[next++]);
    }

    @Nullable
    UUID uuidOrNull() {
        return Columns.uuidOrNull(row[next++]);
    }

    String text() {
        return Columns.text(row[next++]);
    }

    @Nullable
    String textOrNull() {
        return Columns.textOrNull(row[next++]);
    }

    int number() {
        return (int) Columns.number(row[next++]);
    }

    boolean truth() {
        return Columns.truth(row[next++]);
    }

    Instant instant() {
        return Objects.requireNonNull(instantOrNull(), "instant");
    }

    @Nullable
    Instant instantOrNull() {
        return Utc.instant(row[next++]);
    }

    Duration micros() {
        return Duration.of(Columns.number(row[next++]), ChronoUnit.MICROS);
    }

    @Nullable
    Duration secondsOrNull() {
        Object seconds = row[next++];
        return seconds == null ? null : Duration.ofSeconds(Columns.number(seconds));
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Wire.read(type, text(), "");
    }

    <E extends Enum<E>> @Nullable E constantOrNull(Class<E> type) {
        String text = textOrNull();
        return text == null ? null : Wire.read(type, text, "");
    }
}
