package io.bilet.webhook;

import io.bilet.platform.error.Require;
import io.bilet.platform.error.StaleVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address at which another system says, signed, what is to be done. What it does never changes. */
@Entity
@Table(name = "inbound_webhook")
public class InboundWebhook {

    private static final int NAME_LENGTH_MAX = 100;

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private InboundAction action;

    @Column(nullable = false)
    private String mapping;

    @Column(nullable = false)
    private boolean active;

    @Column(nullable = false)
    private byte[] secret;

    @Column(name = "former_secret")
    private byte @Nullable [] formerSecret;

    @Column(name = "former_until")
    private @Nullable Instant formerUntil;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected InboundWebhook() {} // for JPA

    @SuppressWarnings("NullAway.Init") // the methods called set the rest
    InboundWebhook(InboundWebhookId id, InboundAction action, byte[] secret, Instant now) {
        this.id = id.value();
        this.action = action;
        this.secret = secret;
        this.active = true;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void rename(String next, Instant now) {
        name = Require.line(next, NAME_LENGTH_MAX, "/name");
        updatedAt = now;
    }

    void map(Mapping next, Instant now) {
        mapping = next.toString();
        updatedAt = now;
    }

    void turn(boolean on, Instant now) {
        active = on;
        updatedAt = now;
    }

    /** Believes another secret from now on, and the present one as well until then. */
    void rotate(byte[] next, Instant until, Instant now) {
        formerSecret = secret;
        formerUntil = until;
        secret = next;
        updatedAt = now;
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    public InboundWebhookId id() {
        return new InboundWebhookId(id);
    }

    public String name() {
        return name;
    }

    public InboundAction action() {
        return action;
    }

    public Mapping mapping() {
        return Mapping.parse(mapping);
    }

    public boolean active() {
        return active;
    }

    /** The sealed secrets that are believed at an instant. */
    List<byte[]> secrets(Instant now) {
        byte[] former = formerSecret;
        return former != null && formerUntil != null && now.isBefore(formerUntil)
                ? List.of(secret, former)
                : List.of(secret);
    }

    /** Until when the former secret is believed as well. */
    public Optional<Instant> formerUntil() {
        return Optional.ofNullable(formerUntil);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public int version() {
        return version;
    }
}
