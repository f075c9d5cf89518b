package io.bilet.webhook;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one inbound webhook; written {@code iwh_…} outside. */
public record InboundWebhookId(UUID value) {

    private static final String PREFIX = "iwh";

    public static InboundWebhookId next() {
        return new InboundWebhookId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static InboundWebhookId parse(String text) {
        return new InboundWebhookId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
