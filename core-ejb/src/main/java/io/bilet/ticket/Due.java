package io.bilet.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the next promise falls due, or why none does. A copy of the earliest running clock, kept beside the ticket so
 * that the inbox can be sorted by an index.
 */
@Embeddable
public class Due {

    @Column(name = "due_at")
    private @Nullable Instant at;

    @Column(name = "due_metric")
    private @Nullable String metric;

    @Column(name = "no_due_reason")
    private @Nullable String noDueReason = "not_started";

    @Column(name = "latest_start_at")
    private @Nullable Instant latestStartAt;

    protected Due() {} // for JPA

    private Due(
            @Nullable Instant at,
            @Nullable String metric,
            @Nullable String noDueReason,
            @Nullable Instant latestStartAt) {
        this.at = at;
        this.metric = metric;
        this.noDueReason = noDueReason;
        this.latestStartAt = latestStartAt;
    }

    /**
     * A promise.
     *
     * @param latestStartAt when work must begin so that it is kept
     */
    public static Due by(Instant at, String metric, Instant latestStartAt) {
        return new Due(at, metric, null, latestStartAt);
    }

    /** No clock runs; {@code reason} says why, lower snake case. */
    public static Due none(String reason) {
        return new Due(null, null, reason, null);
    }

    public Optional<Instant> at() {
        return Optional.ofNullable(at);
    }

    public Optional<String> metric() {
        return Optional.ofNullable(metric);
    }

    public Optional<String> noDueReason() {
        return Optional.ofNullable(noDueReason);
    }

    public Optional<Instant> latestStartAt() {
        return Optional.ofNullable(latestStartAt);
    }
}
