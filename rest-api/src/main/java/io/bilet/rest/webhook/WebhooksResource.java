package io.bilet.rest.webhook;

import io.bilet.api.v1.WebhooksApi;
import io.bilet.api.v1.model.DeliveryPage;
import io.bilet.api.v1.model.NewWebhook;
import io.bilet.api.v1.model.WebhookPage;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.json.Wire;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import io.bilet.webhook.Delivery;
import io.bilet.webhook.DeliveryId;
import io.bilet.webhook.DeliveryQueries;
import io.bilet.webhook.DeliveryState;
import io.bilet.webhook.Webhook;
import io.bilet.webhook.WebhookAdmin;
import io.bilet.webhook.WebhookAdmin.Issued;
import io.bilet.webhook.WebhookDeliveryLedger;
import io.bilet.webhook.WebhookId;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Webhooks over HTTP. */
@ApiResource
@Path(WebhooksApi.BASE_PATH)
public class WebhooksResource implements WebhooksApi {

    private static final Kind<Webhook> WEBHOOK =
            new Kind<>("webhook", "webhooks", Webhook::id, Webhook::version, WebhookJson::of);

    /** What was just made, as the log keeps it: without the secret. */
    private static final Kind<Issued> ISSUED = new Kind<>(
            WEBHOOK.name(),
            WEBHOOK.path(),
            issued -> issued.webhook().id(),
            issued -> issued.webhook().version(),
            issued -> WebhookJson.of(issued.webhook()));

    @Inject
    WebhookAdmin webhooks;

    @Inject
    DeliveryQueries deliveries;

    @Inject
    WebhookDeliveryLedger ledger;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response createWebhook(NewWebhook body) {
        Issued issued = register.create(ISSUED, () -> webhooks.create(WebhookJson.toDraft(body)));
        return Register.at(ISSUED, issued).entity(WebhookJson.of(issued)).build();
    }

    @Override
    public Response createWebhookSecret(String webhookId) {
        WebhookId id = WebhookId.parse(webhookId);
        Issued issued = register.update(ISSUED, () -> new Issued(webhooks.get(id), ""), () -> webhooks.rotate(id));
        return Register.at(ISSUED, issued).entity(WebhookJson.of(issued)).build();
    }

    @Override
    public Response getWebhook(String webhookId) {
        return register.found(WEBHOOK, webhook(webhookId));
    }

    @Override
    public Response listWebhooks(ListWebhooksQuery query) {
        Slice<Webhook> page = webhooks.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(WebhookJson::of),
                (items, next) -> new WebhookPage().items(items).next(next));
    }

    @Override
    public Response updateWebhook(String webhookId, @Nullable String ifMatch, JsonObject body) {
        WebhookId id = WebhookId.parse(webhookId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                WEBHOOK, () -> webhooks.get(id), () -> webhooks.update(id, expected, WebhookJson.toDraft(body)));
    }

    @Override
    public Response deleteWebhook(String webhookId, @Nullable String ifMatch) {
        WebhookId id = WebhookId.parse(webhookId);
        return register.removed(WEBHOOK, () -> webhooks.get(id), () -> webhooks.remove(id, Etag.optional(ifMatch)));
    }

    @Override
    public Response listDeliveries(String webhookId, ListDeliveriesQuery query) {
        Optional<DeliveryState> state =
                Optional.ofNullable(query.state).map(asked -> Wire.read(DeliveryState.class, asked.value(), "state"));
        Slice<Delivery> page =
                deliveries.page(webhook(webhookId).id(), state, paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(WebhookJson::of),
                (items, next) -> new DeliveryPage().items(items).next(next));
    }

    @Override
    public Response getDelivery(String webhookId, String deliveryId) {
        WebhookId webhook = WebhookId.parse(webhookId);
        Delivery delivery = deliveries
                .find(DeliveryId.parse(deliveryId))
                .filter(found -> found.webhook().equals(webhook))
                .orElseThrow(() -> new NotFound("delivery"));
        return Response.ok(WebhookJson.of(delivery)).build();
    }

    @Override
    public Response createDeliveryRetry(String webhookId, String deliveryId) {
        Delivery again = ledger.replay(WebhookId.parse(webhookId), DeliveryId.parse(deliveryId));
        return Response.status(Response.Status.CREATED)
                .entity(WebhookJson.of(again))
                .build();
    }

    private Webhook webhook(String id) {
        return webhooks.get(WebhookId.parse(id));
    }
}
