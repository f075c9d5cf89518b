package io.bilet.ticket;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one handover; written {@code hdo_…} outside. */
public record HandoverId(UUID value) {

    private static final String PREFIX = "hdo";

    public static HandoverId next() {
        return new HandoverId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static HandoverId parse(String text) {
        return new HandoverId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
