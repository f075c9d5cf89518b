package io.bilet.fact;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one definition of a fact; written {@code fct_…} outside. */
public record FactDefinitionId(UUID value) {

    private static final String PREFIX = "fct";

    public static FactDefinitionId next() {
        return new FactDefinitionId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static FactDefinitionId parse(String text) {
        return new FactDefinitionId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
