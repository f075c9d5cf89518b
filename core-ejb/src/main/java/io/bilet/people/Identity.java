package io.bilet.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the things a person is recognised by; belongs to one user and to nobody else.
 *
 * <p>Unverified, it tells where messages came from. Verified, somebody has proved that it is theirs.
 */
@Entity
@Table(name = "identity")
public class Identity {

    @Id
    private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private IdentityType type;

    @Column(nullable = false)
    private String value;

    @Column(nullable = false, updatable = false)
    private String normalized;

    @Column(name = "verified_at")
    private @Nullable Instant verifiedAt;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Identity() {} // for JPA

    public Identity(IdentityId id, UserId userId, IdentityKey key, Instant now) {
        this.id = id.value();
        this.userId = userId.value();
        this.type = key.type();
        this.value = key.value();
        this.normalized = key.normalized();
        this.createdAt = now;
    }

    /** Somebody proved that it is theirs; the first proof counts. */
    public void verify(Instant now) {
        if (verifiedAt == null) {
            verifiedAt = now;
        }
    }

    public IdentityId id() {
        return new IdentityId(id);
    }

    public UserId userId() {
        return new UserId(userId);
    }

    public IdentityKey key() {
        return new IdentityKey(type, value, normalized);
    }

    public Optional<Instant> verifiedAt() {
        return Optional.ofNullable(verifiedAt);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
