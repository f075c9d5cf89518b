package io.bilet.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which a ticket was not solved and was the same holder's.
 *
 * @param ended null while it lasts
 */
record Stay(Instant began, @Nullable Instant ended, Holder holder) {}
