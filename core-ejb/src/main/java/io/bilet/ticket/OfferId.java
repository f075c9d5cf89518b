package io.bilet.ticket;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one offer; written {@code off_…} outside. */
public record OfferId(UUID value) {

    private static final String PREFIX = "off";

    public static OfferId next() {
        return new OfferId(PublicId.next());
    }

    /** Reads the outside form. */
    public static OfferId parse(String text) {
        return new OfferId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
