package io.bilet.rest.webhook;

import io.bilet.api.v1.model.InboundMessage;
import io.bilet.api.v1.model.InboundOutcome;
import io.bilet.api.v1.model.IssuedInboundWebhook;
import io.bilet.api.v1.model.NewInboundWebhook;
import io.bilet.platform.error.FieldError;
import io.bilet.rest.http.schema.MalformedBody;
import io.bilet.rest.http.schema.StrictJson;
import io.bilet.webhook.InboundAction;
import io.bilet.webhook.InboundWebhook;
import io.bilet.webhook.InboundWebhookAdmin.Draft;
import io.bilet.webhook.InboundWebhookAdmin.Issued;
import io.bilet.webhook.InboundWebhookIntake.Outcome;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** Inbound webhooks as the API shows and takes them. */
final class InboundWebhookJson {

    private InboundWebhookJson() {}

    static io.bilet.api.v1.model.InboundWebhook of(InboundWebhook webhook) {
        return new io.bilet.api.v1.model.InboundWebhook()
                .id(webhook.id().toString())
                .name(webhook.name())
                .action(io.bilet.api.v1.model.InboundAction.valueOf(
                        webhook.action().name()))
                .mapping(webhook.mapping().toJson())
                .active(webhook.active())
                .url("/api/v1/inbound-webhooks/" + webhook.id() + "/messages")
                .formerSecretExpiresAt(webhook.formerUntil().orElse(null))
                .createdAt(webhook.createdAt())
                .updatedAt(webhook.updatedAt())
                .version(webhook.version());
    }

    static IssuedInboundWebhook of(Issued issued) {
        return new IssuedInboundWebhook().inboundWebhook(of(issued.webhook())).secret(issued.secret());
    }

    static InboundMessage of(Outcome outcome) {
        return new InboundMessage()
                .outcome(
                        outcome.before()
                                ? InboundOutcome.DUPLICATE
                                : outcome.action() == InboundAction.OPEN_TICKET
                                        ? InboundOutcome.TICKET_OPENED
                                        : InboundOutcome.COMMENT_ADDED)
                .ticketId(outcome.ticket().toString())
                .commentId(outcome.comment().toString());
    }

    static Draft toDraft(NewInboundWebhook body) {
        return new Draft(
                body.getName(),
                body.getAction() == null
                        ? null
                        : InboundAction.valueOf(body.getAction().name()),
                body.getMapping(),
                body.getActive(),
                body.getSecret());
    }

    static Draft toDraft(JsonObject patch) {
        return new Draft(
                patch.getString("name", null),
                null,
                patch.get("mapping") instanceof JsonObject mapping ? mapping : null,
                patch.getOrDefault("active", JsonValue.NULL) == JsonValue.NULL ? null : patch.getBoolean("active"),
                null);
    }

    /** A message, read as strictly as every body. */
    static JsonObject message(byte[] bytes) {
        if (StrictJson.read(bytes) instanceof JsonObject message) {
            return message;
        }
        throw new MalformedBody(List.of(new FieldError("", "type", "A JSON object is expected.")));
    }
}
