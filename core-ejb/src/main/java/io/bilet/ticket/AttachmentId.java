package io.bilet.ticket;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one attachment; written {@code att_…} outside. */
public record AttachmentId(UUID value) {

    private static final String PREFIX = "att";

    public static AttachmentId next() {
        return new AttachmentId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static AttachmentId parse(String text) {
        return new AttachmentId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
