package io.bilet.automation.trigger;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one trigger; written {@code trg_…} outside. */
public record TriggerId(UUID value) {

    private static final String PREFIX = "trg";

    public static TriggerId next() {
        return new TriggerId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static TriggerId parse(String text) {
        return new TriggerId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
