package io.bilet.webhook;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one delivery, and is the webhook-id of every attempt; written {@code msg_…} outside. */
public record DeliveryId(UUID value) {

    private static final String PREFIX = "msg";

    public static DeliveryId next() {
        return new DeliveryId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static DeliveryId parse(String text) {
        return new DeliveryId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
