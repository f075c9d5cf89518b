package io.bilet.webhook;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change that one endpoint is told of.
 *
 * @param position where the change stands in the feed
 * @param type such as {@code ticket.created}
 * @param body what is sent, the same at every attempt
 * @param nextAt when it will be tried next, if it will
 * @param attempts what was tried, oldest first
 */
public record Delivery(
        DeliveryId id,
        WebhookId webhook,
        long position,
        String type,
        String body,
        DeliveryState state,
        Optional<Instant> nextAt,
        Instant createdAt,
        List<Attempt> attempts) {

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    public JsonObject payload() {
        return StoredJson.readObject(body);
    }

    /**
     * One POST.
     *
     * @param number counts from 1, replays included
     * @param status what the endpoint answered; null if it did not
     * @param error why it did not, in words; null if it did
     * @param answer the beginning of what it answered
     */
    public record Attempt(
            int number,
            Instant at,
            long durationMillis,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String answer) {

        boolean succeeded() {
            return status != null && status / 100 == 2;
        }

        boolean saysGone() {
            return status != null && status == 410;
        }
    }
}
