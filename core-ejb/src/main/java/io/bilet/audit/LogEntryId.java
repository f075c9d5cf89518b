package io.bilet.audit;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one entry of the audit log; written {@code aud_…} outside. */
public record LogEntryId(UUID value) {

    private static final String PREFIX = "aud";

    public static LogEntryId next() {
        return new LogEntryId(PublicId.next());
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
