package io.bilet.people;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one group; written {@code grp_…} outside. */
public record GroupId(UUID value) {

    private static final String PREFIX = "grp";

    public static GroupId next() {
        return new GroupId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static GroupId parse(String text) {
        return new GroupId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
