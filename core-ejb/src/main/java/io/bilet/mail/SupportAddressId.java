package io.bilet.mail;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one support address; written {@code sad_…} outside. */
public record SupportAddressId(UUID value) {

    private static final String PREFIX = "sad";

    public static SupportAddressId next() {
        return new SupportAddressId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static SupportAddressId parse(String text) {
        return new SupportAddressId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
