package io.bilet.intake;

import io.bilet.platform.blob.Sha256;

/**
 * A mail that this node has taken to work on.
 *
 * @param source the channel it came by
 * @param wanted whether a person decided that it is wanted although it was set aside before
 */
public record InboundClaim(
        InboundMailId id, String source, Sha256 raw, Envelope envelope, boolean wanted, Lease lease) {

    /**
     * The taking.
     *
     * @param attempt 1 for the first; counted before the work begins, so that a crash counts
     * @param fence must still be the row's when the work is finished
     */
    public record Lease(int attempt, long fence) {}
}
