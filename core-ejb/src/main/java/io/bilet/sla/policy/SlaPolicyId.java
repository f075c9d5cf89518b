package io.bilet.sla.policy;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one SLA policy; written {@code slp_…} outside. */
public record SlaPolicyId(UUID value) {

    private static final String PREFIX = "slp";

    public static SlaPolicyId next() {
        return new SlaPolicyId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static SlaPolicyId parse(String text) {
        return new SlaPolicyId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
