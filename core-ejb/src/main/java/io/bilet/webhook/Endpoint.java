package io.bilet.webhook;

import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.Worker;
import java.time.Duration;

/** The queue of one webhook: what it is told waits for nobody else's endpoint, and nobody else for this one. */
final class Endpoint implements Worker {

    private static final String QUEUE = "webhook-";

    /** More than the schedule has: an attempt is counted that a crash cut short. */
    private static final int ATTEMPTS_MAX = 2 * (RetrySchedule.PAUSES.size() + 1);

    private final WebhookId webhook;
    private final WebhookSender sender;

    Endpoint(WebhookId webhook, WebhookSender sender) {
        this.webhook = webhook;
        this.sender = sender;
    }

    static String queue(WebhookId webhook) {
        return QUEUE + webhook.value().toString().replace("-", "");
    }

    @Override
    public String queue() {
        return queue(webhook);
    }

    @Override
    public void work(WorkItem item) throws NotDelivered {
        sender.send(DeliveryId.parse(item.payloadJson().getString("delivery_id")), item.attempt());
    }

    /** Something other than the endpoint failed, such as the database. */
    @Override
    public Duration pause(int attempt) {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration pause(int attempt, Exception failure) {
        return failure instanceof NotDelivered later ? later.pause() : pause(attempt);
    }

    @Override
    public int attemptsMax() {
        return ATTEMPTS_MAX;
    }

    /** A slow answer to one delivery delays the next ones of the same endpoint less. */
    @Override
    public int hands() {
        return 4;
    }

    /** Half of it is left for whatever is begun under it: longer than an endpoint may take. */
    @Override
    public Duration lease() {
        return Duration.ofMinutes(3);
    }
}
