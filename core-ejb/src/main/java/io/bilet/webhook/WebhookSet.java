package io.bilet.webhook;

import io.bilet.condition.Condition;
import io.bilet.condition.ConditionReader;
import io.bilet.feed.Change;
import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.BiletException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** The webhooks that are switched on, in memory; read anew when they change on any node. */
@ApplicationScoped
class WebhookSet {

    /** Raised with every change of a webhook. */
    static final String AREA = "webhooks";

    private static final Logger LOG = System.getLogger(WebhookSet.class.getName());

    @Inject
    private ConfigStamp stamp;

    @Inject
    private WebhookDeliveryLedger stored;

    @Inject
    private ConditionReader conditions;

    private final ConfigCache<List<Listening>> present =
            new ConfigCache<>(area -> stamp.version(area), () -> read(stored.active()), AREA);

    /**
     * One that wants to hear.
     *
     * @param toldAfter the position in the feed after which it does
     * @param condition empty where it wants everything of its types
     */
    record Listening(WebhookId id, EventTypes types, Optional<Condition> condition, long toldAfter) {

        /** Whether it is told, unless its condition says otherwise. */
        boolean wants(Change change) {
            return change.position() > toldAfter && types.include(change.type());
        }
    }

    List<Listening> present() {
        return present.get();
    }

    /** As they stand in the present transaction: whoever moves on must not overlook one that was just made. */
    List<Listening> read(List<Webhook> active) {
        return active.stream().flatMap(webhook -> listening(webhook).stream()).toList();
    }

    private Optional<Listening> listening(Webhook webhook) {
        try {
            return Optional.of(new Listening(
                    webhook.id(),
                    webhook.eventTypes(),
                    webhook.condition().map(json -> conditions.read(json, "")),
                    webhook.toldAfter()));
        } catch (BiletException unreadable) {
            LOG.log(
                    Level.WARNING,
                    () -> webhook.id() + " cannot be asked what it wants any more: " + unreadable.getMessage());
            return Optional.empty();
        }
    }
}
