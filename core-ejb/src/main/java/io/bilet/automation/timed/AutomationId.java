package io.bilet.automation.timed;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one automation; written {@code aut_…} outside. */
public record AutomationId(UUID value) {

    private static final String PREFIX = "aut";

    public static AutomationId next() {
        return new AutomationId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static AutomationId parse(String text) {
        return new AutomationId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
