package io.bilet.decision;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one decision; written {@code dec_…} outside. */
public record DecisionId(UUID value) {

    private static final String PREFIX = "dec";

    public static DecisionId next() {
        return new DecisionId(PublicId.next());
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
