package io.bilet.webhook;

import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.platform.secret.SecretBox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes, changes, lists and removes inbound webhooks. */
@Stateless
public class InboundWebhookAdmin {

    static final int WEBHOOKS_MAX = 100;

    /** How long the former secret is believed beside a new one. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    @Inject
    private InboundWebhookRepository webhooks;

    @Inject
    private SecretBox box;

    @Inject
    private Clock clock;

    /**
     * An inbound webhook, or a change of one; what is null is left as it is.
     *
     * @param secret of a new one, where the other system has made it
     */
    public record Draft(
            @Nullable String name,
            @Nullable InboundAction action,
            @Nullable JsonObject mapping,
            @Nullable Boolean active,
            @Nullable String secret) {}

    /** An inbound webhook and the secret that is believed, which is shown only now. */
    public record Issued(InboundWebhook webhook, String secret) {}

    /**
     * Makes one.
     *
     * @throws InvalidInput naming what breaks a rule, such as a field that its action does not have
     */
    public Issued create(Draft draft) {
        if (webhooks.all().size() >= WEBHOOKS_MAX) {
            throw new Conflict("There are at most %d inbound webhooks.".formatted(WEBHOOKS_MAX));
        }
        Instant now = clock.instant();
        InboundAction action = Require.given(draft.action(), "/action");
        WebhookSecret secret = draft.secret() == null ? WebhookSecret.next() : given(draft.secret());
        InboundWebhookId id = InboundWebhookId.next();
        InboundWebhook webhook = new InboundWebhook(id, action, box.seal(secret.toString(), place(id)), now);
        webhook.rename(Require.given(draft.name(), "/name"), now);
        webhook.map(Mapping.read(Require.given(draft.mapping(), "/mapping"), action, "/mapping"), now);
        if (draft.active() != null) {
            webhook.turn(draft.active(), now);
        }
        webhooks.add(webhook);
        return new Issued(webhook, secret.toString());
    }

    private static WebhookSecret given(String text) {
        return WebhookSecret.parse(text)
                .orElseThrow(() -> new InvalidInput(
                        "/secret", "invalid_secret", "24 to 64 bytes in Base64 were expected, as in whsec_…"));
    }

    public InboundWebhook update(InboundWebhookId id, Optional<Integer> expectedVersion, Draft change) {
        InboundWebhook webhook = changeable(id, expectedVersion);
        Instant now = clock.instant();
        if (change.name() != null) {
            webhook.rename(change.name(), now);
        }
        if (change.mapping() != null) {
            webhook.map(Mapping.read(change.mapping(), webhook.action(), "/mapping"), now);
        }
        if (change.active() != null) {
            webhook.turn(change.active(), now);
        }
        webhooks.flush();
        return webhook;
    }

    /** Makes a new secret; for a day the present one is believed beside it. */
    public Issued rotate(InboundWebhookId id) {
        InboundWebhook webhook = webhooks.get(id);
        Instant now = clock.instant();
        WebhookSecret secret = WebhookSecret.next();
        webhook.rotate(box.seal(secret.toString(), place(id)), now.plus(OVERLAP), now);
        webhooks.flush();
        return new Issued(webhook, secret.toString());
    }

    public void remove(InboundWebhookId id, Optional<Integer> expectedVersion) {
        webhooks.remove(changeable(id, expectedVersion));
    }

    /** One of them; refused with {@link io.bilet.platform.error.NotFound} if it is absent. */
    public InboundWebhook get(InboundWebhookId id) {
        return webhooks.get(id);
    }

    /** One page, oldest first. */
    public Slice<InboundWebhook> page(Optional<Position> after, int limit) {
        List<InboundWebhook> rows = webhooks.all().stream()
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

    private InboundWebhook changeable(InboundWebhookId id, Optional<Integer> expectedVersion) {
        InboundWebhook webhook = webhooks.get(id);
        webhook.requireVersion(expectedVersion);
        return webhook;
    }

    /** What a sealed secret is bound to. */
    static String place(InboundWebhookId id) {
        return "inbound_webhook.secret/" + id;
    }
}
