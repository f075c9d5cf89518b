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

    /** Stands in place of a clock's metric while the earliest promise is one that a snooze made. */
    public static final String PROMISED = "promised_reply_time";

    @Column(name = "due_at")
    private @Nullable Instant at;

    @Column(name = "due_metric")
    private @Nullable String metric;

    @Column(name = "no_due_reason")
    private @Nullable String noDueReason = "not_started";

    @Column(name = "latest_start_at")
    private @Nullable Instant latestStartAt;

    @Column(name = "policy_due_at")
    private @Nullable Instant byPolicy;

    protected Due() {} // for JPA

    private Due(
            @Nullable Instant at,
            @Nullable String metric,
            @Nullable String noDueReason,
            @Nullable Instant latestStartAt,
            @Nullable Instant byPolicy) {
        this.at = at;
        this.metric = metric;
        this.noDueReason = noDueReason;
        this.latestStartAt = latestStartAt;
        this.byPolicy = byPolicy;
    }

    /**
     * A promise.
     *
     * @param latestStartAt when work must begin so that it is kept
     */
    public static Due by(Instant at, String metric, Instant latestStartAt) {
        return new Due(at, metric, null, latestStartAt, null);
    }

    /** No clock runs; {@code reason} says why, lower snake case. */
    public static Due none(String reason) {
        return new Due(null, null, reason, null, null);
    }

    /** The requester was promised an answer by {@code instant}: that falls due, and this stays visible beside it. */
    Due promised(Instant instant, Instant latestStart) {
        return new Due(instant, PROMISED, null, latestStart, at);
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

    /** What the policy's clocks alone would say; only while a snooze promised something else. */
    public Optional<Instant> byPolicy() {
        return Optional.ofNullable(byPolicy);
    }
}
