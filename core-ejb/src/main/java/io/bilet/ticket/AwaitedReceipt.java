package io.bilet.ticket;

import java.time.Instant;

/**
 * A handover whose receipt is awaited.
 *
 * @param answerBy when the ticket goes back unless somebody has taken it by then
 */
public record AwaitedReceipt(HandoverId handover, Instant answerBy) {}
