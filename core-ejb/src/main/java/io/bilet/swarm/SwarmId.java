package io.bilet.swarm;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one swarm; written {@code swm_…} outside. */
public record SwarmId(UUID value) {

    private static final String PREFIX = "swm";

    public static SwarmId next() {
        return new SwarmId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static SwarmId parse(String text) {
        return new SwarmId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
