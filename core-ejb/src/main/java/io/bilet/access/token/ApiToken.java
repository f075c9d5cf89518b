package io.bilet.access.token;

import io.bilet.access.InvalidToken;
import io.bilet.access.Scopes;
import io.bilet.brand.BrandId;
import io.bilet.people.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key to the API.
 *
 * <p>An administrator makes it for a user; its secret is shown then and never again. It works until it expires or is
 * revoked, and only while its user is active. The first one of an installation is made by the software itself, may do
 * nothing but make another, and is void by that.
 */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    private UUID id;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private TokenKind kind;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(name = "secret_hash", nullable = false, updatable = false)
    private byte[] secretHash;

    @Column(updatable = false)
    private @Nullable String scopes;

    @Column(nullable = false, updatable = false)
    private String brands;

    @Column(name = "requests_per_minute", updatable = false)
    private @Nullable Integer requestsPerMinute;

    @Column(name = "created_by_id", updatable = false)
    private @Nullable UUID createdById;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    /** Written by {@link TokenUses}, past this entity. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ApiToken() {} // for JPA

    private ApiToken(TokenKind kind, NewToken wanted, TokenSecret secret, @Nullable UserId by, Lifetime lifetime) {
        this.id = TokenId.next().value();
        this.kind = kind;
        this.userId = wanted.userId().value();
        this.name = wanted.name();
        this.secretHash = secret.digest();
        this.scopes = wanted.scopes() == null ? null : wanted.scopes().toString();
        this.brands = wanted.brands().stream().map(BrandId::toString).sorted().collect(Collectors.joining(" "));
        this.requestsPerMinute = wanted.requestsPerMinute();
        this.createdById = by == null ? null : by.value();
        this.createdAt = lifetime.from();
        this.expiresAt = lifetime.until();
    }

    /** A token made by {@code by}. */
    static ApiToken issue(NewToken wanted, TokenSecret secret, UserId by, Lifetime lifetime) {
        return new ApiToken(TokenKind.LASTING, wanted, secret, by, lifetime);
    }

    /** The token with which the first administrator begins. */
    static ApiToken first(UserId admin, TokenSecret secret, Instant now, Duration life) {
        NewToken wanted = new NewToken(admin, "First administrator", null, Set.of(), null, null);
        return new ApiToken(TokenKind.FIRST_ADMIN, wanted, secret, null, new Lifetime(now, now.plus(life)));
    }

    /** Ends the token's life; the first revocation counts. */
    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /**
     * Gives a first administrator's token up for the one that is being made.
     *
     * @throws InvalidToken if that has happened before
     */
    void exchange(Instant now) {
        if (revokedAt != null || !now.isBefore(expiresAt)) {
            throw new InvalidToken();
        }
        revokedAt = now;
    }

    public TokenId id() {
        return new TokenId(id);
    }

    public UserId userId() {
        return new UserId(userId);
    }

    public TokenKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public Optional<Scopes> scopes() {
        return Optional.ofNullable(scopes).map(Scopes::parse);
    }

    public Set<BrandId> brands() {
        return readBrands(brands);
    }

    /** Reads the column. */
    public static Set<BrandId> readBrands(String column) {
        return Arrays.stream(column.split(" "))
                .filter(id -> !id.isEmpty())
                .map(BrandId::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Integer> requestsPerMinute() {
        return Optional.ofNullable(requestsPerMinute);
    }

    public Optional<UserId> createdBy() {
        return Optional.ofNullable(createdById).map(UserId::new);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    /** From when until when a token works. */
    record Lifetime(Instant from, Instant until) {}
}
