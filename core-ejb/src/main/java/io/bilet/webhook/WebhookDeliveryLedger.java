package io.bilet.webhook;

import io.bilet.audit.AuditLog;
import io.bilet.audit.AuditLog.Done;
import io.bilet.audit.LogEntry;
import io.bilet.people.Actor;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.platform.secret.SecretBox;
import io.bilet.platform.work.NewWork;
import io.bilet.platform.work.WorkQueue;
import io.bilet.webhook.Delivery.Attempt;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of a delivery; each method is one transaction. */
@Stateless
public class WebhookDeliveryLedger {

    @Inject
    private WebhookRepository webhooks;

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private DeliveryQueries queries;

    @Inject
    private WorkQueue work;

    @Inject
    private SecretBox box;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * What is sent now.
     *
     * @param secrets all that sign
     */
    record Dispatch(DeliveryId id, WebhookId webhook, URI url, List<WebhookSecret> secrets, String body) {}

    /** The webhooks that are switched on. */
    public List<Webhook> active() {
        return webhooks.all().stream().filter(Webhook::active).toList();
    }

    /** What is to be sent; empty if nobody wants it any more. */
    public Optional<Dispatch> begin(DeliveryId id) {
        return queries.find(id)
                .filter(delivery -> delivery.state() == DeliveryState.PENDING)
                .flatMap(delivery -> webhooks.find(delivery.webhook())
                        .filter(Webhook::active)
                        .map(webhook ->
                                new Dispatch(id, webhook.id(), webhook.url(), secrets(webhook), delivery.body())));
    }

    private List<WebhookSecret> secrets(Webhook webhook) {
        return webhook.secrets(clock.instant()).stream()
                .map(kept -> box.open(kept, WebhookAdmin.place(webhook.id())))
                .flatMap(text -> WebhookSecret.parse(text).stream())
                .toList();
    }

    /**
     * Writes an attempt down.
     *
     * @param pause how long to wait for the next one if it failed; empty if it was the last
     * @return how long to wait; empty if it is over, one way or the other
     */
    public Optional<Duration> settle(Dispatch sent, Attempt attempt, Optional<Duration> pause) {
        Optional<Webhook> webhook = webhooks.lock(sent.webhook());
        if (webhook.isEmpty()) {
            return Optional.empty(); // removed meanwhile, with all that was told
        }
        deliveries.add(sent.id(), attempt);
        Optional<Duration> next = attempt.succeeded() || attempt.saysGone() ? Optional.empty() : pause;
        deliveries.attempted(
                sent.id(),
                attempt.succeeded()
                        ? DeliveryState.DELIVERED
                        : next.isPresent() ? DeliveryState.PENDING : DeliveryState.FAILED,
                next.map(clock.instant()::plus).orElse(null));
        return follow(webhook.get(), attempt) ? Optional.empty() : next;
    }

    /** Whether the endpoint is switched off by it. */
    private boolean follow(Webhook webhook, Attempt attempt) {
        if (attempt.succeeded()) {
            webhook.succeeded();
            return false;
        }
        boolean tooLong = webhook.failed(clock.instant());
        if (webhook.active() && attempt.saysGone()) {
            disable(webhook, DisabledReason.GONE);
        } else if (webhook.active() && tooLong) {
            disable(webhook, DisabledReason.FAILING);
        }
        return !webhook.active();
    }

    /** Tells everybody who follows what happens, and writes it down where administrators look. */
    private void disable(Webhook webhook, DisabledReason reason) {
        webhook.switchOff(reason, clock.instant());
        webhooks.flush();
        deliveries.giveUp(webhook.id());
        stamp.raise(WebhookSet.AREA);
        JsonArray fields = StoredJson.array()
                .add(StoredJson.object()
                        .add("field", "disabled_reason")
                        .add("from", StoredJson.text(null))
                        .add("to", Wire.of(reason)))
                .build();
        audit.record(
                Actor.system(),
                () -> new Done<>(
                        true,
                        Optional.of(new LogEntry.Change(
                                "webhook.disabled", webhook.id().toString(), fields))));
    }

    /**
     * Tries a delivery again, under the same id and with the whole schedule before it.
     *
     * @throws NotFound if the webhook has no such delivery
     * @throws Conflict if it is tried already, or the webhook is switched off
     */
    public Delivery replay(WebhookId webhook, DeliveryId id) {
        boolean active = webhooks.get(webhook).active();
        Delivery delivery = queries.find(id)
                .filter(found -> found.webhook().equals(webhook))
                .orElseThrow(() -> new NotFound("delivery"));
        if (delivery.state() == DeliveryState.PENDING) {
            throw new Conflict("The delivery is being tried already.");
        }
        if (!active) {
            throw new Conflict("The webhook is switched off.");
        }
        Instant now = clock.instant();
        deliveries.pendingAgain(id, now);
        work.add(
                Endpoint.queue(webhook), List.of(newWork(id, delivery.attempts().size())));
        return queries.find(id).orElseThrow(() -> new NotFound("delivery"));
    }

    /** One piece of work for each time a delivery is begun: when it was made, and by each replay. */
    static NewWork newWork(DeliveryId id, int attemptsBefore) {
        return NewWork.due(
                id + "-" + attemptsBefore,
                id.value(),
                StoredJson.object().add("delivery_id", id.toString()).build().toString());
    }

    /** Forgets up to {@code limit} deliveries that are over and were made before. */
    public int forget(Instant before, int limit) {
        return deliveries.removeBefore(before, limit);
    }
}
