package io.bilet.mail;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one mail channel; written {@code mch_…} outside. */
public record MailChannelId(UUID value) {

    private static final String PREFIX = "mch";

    public static MailChannelId next() {
        return new MailChannelId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static MailChannelId parse(String text) {
        return new MailChannelId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
