package io.bilet.intake;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a mail from outside it.
 *
 * @param from sender of the envelope; an empty text for the null sender, empty where nobody said
 * @param to recipients of the envelope, as far as known
 */
public record Envelope(Optional<String> from, List<String> to) {

    /** Nothing is known; the mail came out of a mailbox. */
    public static final Envelope UNKNOWN = new Envelope(Optional.empty(), List.of());

    public Envelope {
        to = List.copyOf(to);
    }
}
