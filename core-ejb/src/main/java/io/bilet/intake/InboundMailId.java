package io.bilet.intake;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one inbound mail; written {@code inm_…} outside. */
public record InboundMailId(UUID value) {

    private static final String PREFIX = "inm";

    public static InboundMailId next() {
        return new InboundMailId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static InboundMailId parse(String text) {
        return new InboundMailId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
