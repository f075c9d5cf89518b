package io.bilet.brand;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one brand; written {@code brd_…} outside. */
public record BrandId(UUID value) {

    private static final String PREFIX = "brd";

    public static BrandId next() {
        return new BrandId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static BrandId parse(String text) {
        return new BrandId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
