package io.bilet.ticket;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one ticket; written {@code tkt_…} outside. */
public record TicketId(UUID value) {

    private static final String PREFIX = "tkt";

    public static TicketId next() {
        return new TicketId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static TicketId parse(String text) {
        return new TicketId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
