package io.bilet.ticket;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one link between tickets; written {@code lnk_…} outside. */
public record LinkId(UUID value) {

    private static final String PREFIX = "lnk";

    public static LinkId next() {
        return new LinkId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static LinkId parse(String text) {
        return new LinkId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
