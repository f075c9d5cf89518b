/**
 * Calls that act once however often they are repeated.
 *
 * <p>The key is written first and the answer last, both in the transaction of the work: either all of it is there or
 * none. The unique key makes a second call wait for the first. Only success is remembered, because a refusal changed
 * nothing and the same call may be welcome later. Owns the table {@code idempotency_key}; knows nothing of HTTP but
 * that an answer has a status, some headers and a body.
 */
@NullMarked
package io.bilet.platform.idempotency;

import org.jspecify.annotations.NullMarked;
