package io.bilet.ticket;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one comment; written {@code cmt_…} outside. */
public record CommentId(UUID value) {

    private static final String PREFIX = "cmt";

    public static CommentId next() {
        return new CommentId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static CommentId parse(String text) {
        return new CommentId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
