package io.bilet.schedule;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one schedule; written {@code sch_…} outside. */
public record ScheduleId(UUID value) {

    private static final String PREFIX = "sch";

    public static ScheduleId next() {
        return new ScheduleId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static ScheduleId parse(String text) {
        return new ScheduleId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
