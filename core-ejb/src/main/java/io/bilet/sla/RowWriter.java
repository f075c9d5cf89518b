package io.bilet.sla;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.Wire;
import io.bilet.sla.policy.Elapsed;
import io.bilet.sla.policy.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects the values of one row for a native statement, from left to right. */
final class RowWriter {

    private final List<@Nullable Object> values = new ArrayList<>();

    RowWriter add(@Nullable UUID id) {
        values.add(Columns.textOrNull(id));
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
        values.add(MICROSECONDS.convert(elapsed.calendar()));
        values.add(MICROSECONDS.convert(elapsed.business()));
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

    List<@Nullable Object> values() {
        return values;
    }
}
