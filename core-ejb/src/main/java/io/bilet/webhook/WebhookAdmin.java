package io.bilet.webhook;

import io.bilet.condition.Condition;
import io.bilet.condition.ConditionReader;
import io.bilet.feed.ChangeFeed;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.net.GuardedSockets;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.platform.secret.SecretBox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes, changes, lists and removes webhooks. */
@Stateless
public class WebhookAdmin {

    /** Each costs a queue to look at. */
    static final int WEBHOOKS_MAX = 100;

    /** How long the former secret signs beside a new one. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    /** What is known only while something is said. */
    private static final Set<String> OF_EVENTS = Set.of("comment.text", "support_address");

    @Inject
    private WebhookRepository webhooks;

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private ConditionReader conditions;

    @Inject
    private GuardedSockets sockets;

    @Inject
    private SecretBox box;

    @Inject
    private ChangeFeed feed;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    /** A webhook, or a change of one; what is null is left as it is, and a condition of JSON null is taken away. */
    public record Draft(
            @Nullable String name,
            @Nullable String url,
            @Nullable List<String> eventTypes,
            @Nullable JsonValue condition,
            @Nullable Boolean active) {}

    /** A webhook and what it shares with us, which is shown only now. */
    public record Issued(Webhook webhook, String secret) {}

    /**
     * Makes a webhook that hears of what happens from now on.
     *
     * @throws InvalidInput naming what breaks a rule, such as an address that is not on the open internet
     */
    public Issued create(Draft draft) {
        if (webhooks.all().size() >= WEBHOOKS_MAX) {
            throw new Conflict("There are at most %d webhooks.".formatted(WEBHOOKS_MAX));
        }
        Instant now = clock.instant();
        Webhook webhook = new Webhook(
                WebhookId.next(),
                Require.given(draft.name(), "/name"),
                sockets.destination(Require.given(draft.url(), "/url"), "/url"),
                EventTypes.read(Require.given(draft.eventTypes(), "/event_types"), "/event_types"),
                now);
        webhook.filter(condition(draft.condition()), now);
        if (Boolean.FALSE.equals(draft.active())) {
            webhook.switchOff(null, now);
        } else {
            webhook.switchOn(feed.latest(), now);
        }
        WebhookSecret secret = WebhookSecret.next();
        webhook.keep(seal(webhook, secret), now);
        webhooks.add(webhook);
        stamp.raise(WebhookSet.AREA);
        return new Issued(webhook, secret.toString());
    }

    /** Changes a webhook; switched on it hears of what happens from now on, switched off what waits is given up. */
    public Webhook update(WebhookId id, Optional<Integer> expectedVersion, Draft change) {
        Webhook webhook = changeable(id, expectedVersion);
        Instant now = clock.instant();
        if (change.name() != null) {
            webhook.rename(change.name(), now);
        }
        if (change.url() != null) {
            webhook.aim(sockets.destination(change.url(), "/url"), now);
        }
        if (change.eventTypes() != null) {
            webhook.listenTo(EventTypes.read(change.eventTypes(), "/event_types"), now);
        }
        if (change.condition() != null) {
            webhook.filter(condition(change.condition()), now);
        }
        if (change.active() != null && change.active() != webhook.active()) {
            turn(webhook, change.active(), now);
        }
        webhooks.flush();
        stamp.raise(WebhookSet.AREA);
        return webhook;
    }

    private void turn(Webhook webhook, boolean on, Instant now) {
        if (on) {
            webhook.switchOn(feed.latest(), now);
        } else {
            webhook.switchOff(null, now);
            deliveries.giveUp(webhook.id());
        }
    }

    /** Makes a new secret; for a day the present one signs beside it. */
    public Issued rotate(WebhookId id) {
        Webhook webhook = changeable(id, Optional.empty());
        Instant now = clock.instant();
        WebhookSecret secret = WebhookSecret.next();
        webhook.rotate(seal(webhook, secret), webhook.secret(), now.plus(OVERLAP), now);
        webhooks.flush();
        return new Issued(webhook, secret.toString());
    }

    public void remove(WebhookId id, Optional<Integer> expectedVersion) {
        Webhook webhook = changeable(id, expectedVersion);
        deliveries.giveUp(id);
        webhooks.remove(webhook);
        stamp.raise(WebhookSet.AREA);
    }

    /** A webhook; refused with {@link io.bilet.platform.error.NotFound} if it is absent. */
    public Webhook get(WebhookId id) {
        return webhooks.get(id);
    }

    /** One page, oldest first. */
    public Slice<Webhook> page(Optional<Position> after, int limit) {
        List<Webhook> rows = webhooks.all().stream()
                .filter(webhook -> after.isEmpty()
                        || webhook.id()
                                        .value()
                                        .toString()
                                        .compareTo(after.get().id().toString())
                                > 0)
                .limit(limit + 1L)
                .toList();
        return Slice.of(rows, limit, last -> new Position("", last.id().value()));
    }

    private Webhook changeable(WebhookId id, Optional<Integer> expectedVersion) {
        Webhook webhook = webhooks.get(id);
        webhook.requireVersion(expectedVersion);
        return webhook;
    }

    private byte[] seal(Webhook webhook, WebhookSecret secret) {
        return box.seal(secret.toString(), place(webhook.id()));
    }

    /** What a sealed secret is bound to. */
    static String place(WebhookId id) {
        return "webhook.secret/" + id;
    }

    private @Nullable Condition condition(@Nullable JsonValue json) {
        if (json == null || json == JsonValue.NULL) {
            return null;
        }
        Condition condition = conditions.read(json, "/condition");
        List<FieldError> unknown = condition.checks().stream()
                .filter(check -> OF_EVENTS.contains(check.field().name())
                        || check.operator().eventOnly())
                .map(check -> new FieldError(
                        "/condition",
                        "not_stored",
                        "A stored ticket has no %s that could be asked for."
                                .formatted(check.field().name())))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown);
        }
        return condition;
    }
}
