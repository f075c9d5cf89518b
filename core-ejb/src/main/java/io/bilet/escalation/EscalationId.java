package io.bilet.escalation;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one escalation; written {@code esc_…} outside. */
public record EscalationId(UUID value) {

    private static final String PREFIX = "esc";

    public static EscalationId next() {
        return new EscalationId(PublicId.next());
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
