/**
 * Webhooks: endpoints of others that are told what happens, as the Standard Webhooks specification has it.
 *
 * <p>Owns the tables {@code webhook}, {@code webhook_delivery}, {@code webhook_attempt} and {@code webhook_progress}.
 * What happens is read from the change feed. Each endpoint has a work queue of its own, so that one that hangs delays
 * no other. A telling comes at least once and in no particular order, each time under the same id.
 */
@NullMarked
package io.bilet.webhook;

import org.jspecify.annotations.NullMarked;
