package io.bilet.people;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one user; written {@code usr_…} outside. */
public record UserId(UUID value) {

    private static final String PREFIX = "usr";

    public static UserId next() {
        return new UserId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static UserId parse(String text) {
        return new UserId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
