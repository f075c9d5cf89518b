package io.bilet.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a writer asked for: written down before it was sent, and again when it was answered.
 *
 * @param key the Idempotency-Key; repeated until the answer is definite
 * @param ticketId the ticket it is about; null where it opens one
 * @param mark a word that is found in nothing else
 */
record Deed(String key, @Nullable String ticketId, String mark) {

    static Deed opening() {
        return noting(null);
    }

    static Deed noting(@Nullable String ticketId) {
        String key = UUID.randomUUID().toString();
        return new Deed(key, ticketId, "w" + key.replace("-", ""));
    }

    Answer askOf(DeskDriver caller) {
        return caller.send(addressedTo(caller.request(path())), body());
    }

    /** Completes a request that was begun with the deed's path. */
    HttpRequest.Builder addressedTo(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body()));
    }

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
