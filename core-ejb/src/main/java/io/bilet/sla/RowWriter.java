package io.bilet.sla;

import io.bilet.platform.database.Utc;
import io.bilet.platform.json.Wire;
import io.bilet.sla.policy.Elapsed;
import io.bilet.sla.policy.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Collects the values of one row for a native statement, from left to right. */
final class RowWriter {

    private final List<@Nullable Object> values = new ArrayList<>();

    RowWriter add(@Nullable UUID id) {
        values.add(id == null ? null : id.toString());
        return this;
    }

    RowWriter add(@Nullable String text) {
        values.add(text);
        return this;
    }

    RowWriter add(@Nullable Enum<?> constant) {
        values.add(constant == null ? null : Wire.of(constant));
        return this;
    }

    RowWriter add(int number) {
        values.add(number);
        return this;
    }

    RowWriter add(boolean truth) {
        values.add(truth);
        return this;
    }

    RowWriter add(@Nullable Instant instant) {
        values.add(Utc.column(instant));
        return this;
    }

    RowWriter add(Elapsed elapsed) {
        values.add(micros(elapsed.calendar()));
        values.add(micros(elapsed.business()));
        return this;
    }

    /** Six columns: policy_id, policy_version, priority, target_seconds, time_kind, schedule_id. */
    RowWriter add(Promise promise) {
        add(promise.policy() == null ? null : promise.policy().value());
        add(promise.version());
        add(promise.priority());
        values.add(promise.target() == null ? null : promise.target().toSeconds());
        add(promise.pace().kind());
        return add(
                promise.pace().schedule() == null
                        ? null
                        : promise.pace().schedule().value());
    }

    private static long micros(Duration duration) {
        return TimeUnit.MICROSECONDS.convert(duration);
    }

    List<@Nullable Object> values() {
        return values;
    }
}
