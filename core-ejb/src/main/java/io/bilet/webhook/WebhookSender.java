package io.bilet.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bilet.platform.config.Within;
import io.bilet.platform.net.GuardedPost;
import io.bilet.platform.telemetry.Traces;
import io.bilet.platform.time.MachineClock;
import io.bilet.platform.work.WorkerSource;
import io.bilet.webhook.Delivery.Attempt;
import io.bilet.webhook.WebhookDeliveryLedger.Dispatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells endpoints what they wanted to hear, each from its own queue. */
@ApplicationScoped
public class WebhookSender implements WorkerSource {

    @Inject
    private WebhookSet set;

    @Inject
    private WebhookDeliveryLedger ledger;

    @Inject
    private GuardedPost post;

    @Inject
    private Traces traces;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "bilet.webhooks.timeout", defaultValue = "PT15S")
    @Within(min = "PT1S", max = "PT30S")
    Duration timeout;

    private volatile Endpoints endpoints = new Endpoints(List.of(), List.of());

    /** The queues of the webhooks that were switched on when they were last read. */
    private record Endpoints(List<WebhookSet.Listening> of, List<Endpoint> workers) {}

    @Override
    @SuppressWarnings("ReferenceEquality") // the set is the same one until a webhook changes
    public List<Endpoint> workers() {
        List<WebhookSet.Listening> present = set.present();
        Endpoints known = endpoints;
        if (known.of() != present) {
            known = new Endpoints(
                    present,
                    present.stream()
                            .map(webhook -> new Endpoint(webhook.id(), this))
                            .toList());
            endpoints = known;
        }
        return known.workers();
    }

    void send(DeliveryId id, int attempt) throws NotDelivered {
        Optional<Dispatch> due = ledger.begin(id);
        if (due.isPresent()) {
            send(due.get(), attempt);
        }
    }

    private void send(Dispatch due, int number) throws NotDelivered {
        Instant at = clock.instant();
        long begun = System.nanoTime();
        Attempt attempt;
        Optional<String> retryAfter = Optional.empty();
        try (Traces.Running running = traces.ask("webhook send")) {
            running.note("webhook.id", due.webhook().toString())
                    .note("webhook.delivery_id", due.id().toString());
            GuardedPost.Reply reply =
                    post.post(due.url(), headers(due), due.body().getBytes(UTF_8), timeout);
            retryAfter = reply.retryAfter();
            attempt = new Attempt(number, at, millisSince(begun), reply.status(), null, reply.excerpt());
        } catch (IOException failed) {
            attempt = new Attempt(number, at, millisSince(begun), null, why(failed), null);
        }
        Optional<Duration> pause =
                ledger.settle(due, attempt, RetrySchedule.pause(number, retryAfter, clock.instant()));
        if (pause.isPresent()) {
            throw new NotDelivered(pause.get(), due.id() + " was not taken");
        }
    }

    /** The same id at every attempt, and the time of this one: the machine's, which no rehearsal moves. */
    private static Map<String, String> headers(Dispatch due) {
        String id = due.id().toString();
        long seconds = MachineClock.UTC.instant().getEpochSecond();
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(seconds),
                "webhook-signature",
                due.secrets().stream()
                        .map(secret -> secret.sign(id, seconds, due.body()))
                        .collect(Collectors.joining(" ")));
    }

    private static long millisSince(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static String why(IOException failed) {
        String message = failed.getMessage();
        return message == null ? "The endpoint closed the connection." : message;
    }
}
