package io.bilet.journey;

import org.jspecify.annotations.Nullable;

/**
 * Something a writer asked for: written down before it was sent, and again when it was answered.
 *
 * @param key the Idempotency-Key; repeated until the answer is definite
 * @param ticketId the ticket it is about; null where it opens one
 * @param mark a word that is found in nothing else
 */
record Deed(String key, @Nullable String ticketId, String mark) {

    String path() {
        return ticketId == null ? "tickets" : "tickets/" + ticketId + "/comments";
    }

    String body() {
        return ticketId == null
                ? "{\"subject\":\"%1$s\",\"comment\":{\"text\":\"%1$s\"},\"requester\":{\"email\":\"%1$s@example.org\"}}"
                        .formatted(mark)
                : "{\"text\":\"%s\",\"visibility\":\"internal\"}".formatted(mark);
    }
}
