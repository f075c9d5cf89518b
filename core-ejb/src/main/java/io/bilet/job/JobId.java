package io.bilet.job;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one job; written {@code job_…} outside. */
public record JobId(UUID value) {

    private static final String PREFIX = "job";

    public static JobId next() {
        return new JobId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static JobId parse(String text) {
        return new JobId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
