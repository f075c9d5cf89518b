package io.bilet.platform.work;

import java.util.UUID;

/**
 * A piece of work to be added.
 *
 * @param key unique in its queue
 * @param orderingId what it belongs to
 */
public record NewWork(String key, UUID orderingId, String payload) {}
