package io.bilet.view;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one view; written {@code viw_…} outside. */
public record ViewId(UUID value) {

    private static final String PREFIX = "viw";

    public static ViewId next() {
        return new ViewId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static ViewId parse(String text) {
        return new ViewId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
