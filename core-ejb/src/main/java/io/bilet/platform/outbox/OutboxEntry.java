package io.bilet.platform.outbox;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that others may want to know.
 *
 * @param topic such as {@code ticket.comment_added}, at most 60 characters
 * @param orderingId what it happened to; entries of one id reach each subscriber in order
 * @param payload ids and what changed, not the texts themselves
 */
public record OutboxEntry(String topic, @Nullable UUID orderingId, JsonObject payload) {}
