package io.bilet.sla;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one clock; written {@code clk_…} outside. */
public record ClockId(UUID value) {

    private static final String PREFIX = "clk";

    public static ClockId next() {
        return new ClockId(PublicId.next());
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
