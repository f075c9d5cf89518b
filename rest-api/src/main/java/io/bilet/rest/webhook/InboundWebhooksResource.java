package io.bilet.rest.webhook;

import io.bilet.api.v1.InboundWebhooksApi;
import io.bilet.api.v1.model.InboundWebhookPage;
import io.bilet.api.v1.model.NewInboundWebhook;
import io.bilet.platform.database.Retry;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.BodyTooLarge;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import io.bilet.webhook.InboundWebhook;
import io.bilet.webhook.InboundWebhookAdmin;
import io.bilet.webhook.InboundWebhookAdmin.Issued;
import io.bilet.webhook.InboundWebhookId;
import io.bilet.webhook.InboundWebhookIntake;
import io.bilet.webhook.InboundWebhookIntake.Signed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inbound webhooks over HTTP. */
@ApiResource
@Path(InboundWebhooksApi.BASE_PATH)
public class InboundWebhooksResource implements InboundWebhooksApi {

    private static final int MESSAGE_BYTES_MAX = 256 * 1024;

    private static final Kind<InboundWebhook> WEBHOOK = new Kind<>(
            "inbound_webhook", "inbound-webhooks", InboundWebhook::id, InboundWebhook::version, InboundWebhookJson::of);

    /** What was just made, as the log keeps it: without the secret. */
    private static final Kind<Issued> ISSUED = new Kind<>(
            WEBHOOK.name(),
            WEBHOOK.path(),
            issued -> issued.webhook().id(),
            issued -> issued.webhook().version(),
            issued -> InboundWebhookJson.of(issued.webhook()));

    @Inject
    InboundWebhookAdmin webhooks;

    @Inject
    InboundWebhookIntake intake;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response createInboundWebhook(NewInboundWebhook body) {
        Issued issued = register.create(ISSUED, () -> webhooks.create(InboundWebhookJson.toDraft(body)));
        return Register.at(ISSUED, issued).entity(InboundWebhookJson.of(issued)).build();
    }

    @Override
    public Response createInboundWebhookSecret(String inboundWebhookId) {
        InboundWebhookId id = InboundWebhookId.parse(inboundWebhookId);
        Issued issued = register.update(ISSUED, () -> new Issued(webhooks.get(id), ""), () -> webhooks.rotate(id));
        return Register.at(ISSUED, issued).entity(InboundWebhookJson.of(issued)).build();
    }

    @Override
    public Response getInboundWebhook(String inboundWebhookId) {
        return register.found(WEBHOOK, webhooks.get(InboundWebhookId.parse(inboundWebhookId)));
    }

    @Override
    public Response listInboundWebhooks(ListInboundWebhooksQuery query) {
        Slice<InboundWebhook> page = webhooks.page(paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(InboundWebhookJson::of),
                (items, next) -> new InboundWebhookPage().items(items).next(next));
    }

    @Override
    public Response updateInboundWebhook(String inboundWebhookId, @Nullable String ifMatch, JsonObject body) {
        InboundWebhookId id = InboundWebhookId.parse(inboundWebhookId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                WEBHOOK, () -> webhooks.get(id), () -> webhooks.update(id, expected, InboundWebhookJson.toDraft(body)));
    }

    @Override
    public Response deleteInboundWebhook(String inboundWebhookId, @Nullable String ifMatch) {
        InboundWebhookId id = InboundWebhookId.parse(inboundWebhookId);
        return register.removed(WEBHOOK, () -> webhooks.get(id), () -> webhooks.remove(id, Etag.optional(ifMatch)));
    }

    @Override
    public Response createInboundMessage(
            String inboundWebhookId,
            @Nullable String webhookId,
            @Nullable String webhookTimestamp,
            @Nullable String webhookSignature,
            InputStream body) {
        InboundWebhookId id = InboundWebhookId.parse(inboundWebhookId);
        byte[] bytes = read(body);
        String message = text(webhookId);
        intake.believe(
                id,
                new Signed(
                        message,
                        text(webhookTimestamp),
                        text(webhookSignature),
                        new String(bytes, StandardCharsets.UTF_8)));
        JsonObject json = InboundWebhookJson.message(bytes);
        return Response.ok(InboundWebhookJson.of(Retry.of(() -> intake.take(id, message, json))))
                .build();
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MESSAGE_BYTES_MAX + 1);
            if (bytes.length > MESSAGE_BYTES_MAX) {
                throw new BodyTooLarge(MESSAGE_BYTES_MAX);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
