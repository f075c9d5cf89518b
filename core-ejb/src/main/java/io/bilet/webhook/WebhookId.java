package io.bilet.webhook;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one webhook; written {@code whk_…} outside. */
public record WebhookId(UUID value) {

    private static final String PREFIX = "whk";

    public static WebhookId next() {
        return new WebhookId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static WebhookId parse(String text) {
        return new WebhookId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
