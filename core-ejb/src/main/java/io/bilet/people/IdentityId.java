package io.bilet.people;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one identity; written {@code idt_…} outside. */
public record IdentityId(UUID value) {

    private static final String PREFIX = "idt";

    public static IdentityId next() {
        return new IdentityId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static IdentityId parse(String text) {
        return new IdentityId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
