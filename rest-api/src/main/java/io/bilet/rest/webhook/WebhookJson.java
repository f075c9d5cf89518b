package io.bilet.rest.webhook;

import io.bilet.api.v1.model.DeliveryAttempt;
import io.bilet.api.v1.model.DeliveryState;
import io.bilet.api.v1.model.DisabledReason;
import io.bilet.api.v1.model.IssuedWebhook;
import io.bilet.api.v1.model.NewWebhook;
import io.bilet.webhook.Delivery;
import io.bilet.webhook.Webhook;
import io.bilet.webhook.WebhookAdmin.Draft;
import io.bilet.webhook.WebhookAdmin.Issued;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;

/** Webhooks and their deliveries as the API shows and takes them. */
final class WebhookJson {

    private WebhookJson() {}

    static io.bilet.api.v1.model.Webhook of(Webhook webhook) {
        return new io.bilet.api.v1.model.Webhook()
                .id(webhook.id().toString())
                .name(webhook.name())
                .url(webhook.url().toString())
                .eventTypes(webhook.eventTypes().names())
                .condition(webhook.condition().orElse(null))
                .active(webhook.active())
                .disabledReason(webhook.disabledReason()
                        .map(reason -> DisabledReason.valueOf(reason.name()))
                        .orElse(null))
                .firstFailedAt(webhook.failingSince().orElse(null))
                .formerSecretExpiresAt(webhook.formerUntil().orElse(null))
                .createdAt(webhook.createdAt())
                .updatedAt(webhook.updatedAt())
                .version(webhook.version());
    }

    static IssuedWebhook of(Issued issued) {
        return new IssuedWebhook().webhook(of(issued.webhook())).secret(issued.secret());
    }

    static io.bilet.api.v1.model.Delivery of(Delivery delivery) {
        return new io.bilet.api.v1.model.Delivery()
                .id(delivery.id().toString())
                .webhookId(delivery.webhook().toString())
                .type(delivery.type())
                .state(DeliveryState.valueOf(delivery.state().name()))
                .payload(delivery.payload())
                .nextAttemptAt(delivery.nextAt().orElse(null))
                .attempts(delivery.attempts().stream().map(WebhookJson::of).toList())
                .createdAt(delivery.createdAt());
    }

    private static DeliveryAttempt of(Delivery.Attempt attempt) {
        return new DeliveryAttempt()
                .number(attempt.number())
                .at(attempt.at())
                .duration(Duration.ofMillis(attempt.durationMillis()).toString())
                .status(attempt.status())
                .error(attempt.error())
                .answer(attempt.answer());
    }

    static Draft toDraft(NewWebhook body) {
        return new Draft(body.getName(), body.getUrl(), body.getEventTypes(), body.getCondition(), body.getActive());
    }

    /** What a patch changes; types and condition are replaced as a whole. */
    static Draft toDraft(JsonObject patch) {
        return new Draft(
                patch.getString("name", null),
                patch.getString("url", null),
                patch.get("event_types") instanceof JsonArray types ? types.getValuesAs(JsonString::getString) : null,
                patch.get("condition"),
                patch.getOrDefault("active", JsonValue.NULL) == JsonValue.NULL ? null : patch.getBoolean("active"));
    }
}
