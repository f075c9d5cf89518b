package io.bilet.access.token;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one API token; written {@code tok_…} outside. Knowing it opens nothing. */
public record TokenId(UUID value) {

    private static final String PREFIX = "tok";

    public static TokenId next() {
        return new TokenId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static TokenId parse(String text) {
        return new TokenId(PublicId.parse(PREFIX, text));
    }

    /** Whether the text names a token of ours, as opposed to a login at an issuer. */
    public static boolean isOne(String text) {
        return text.startsWith(PREFIX + "_");
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
