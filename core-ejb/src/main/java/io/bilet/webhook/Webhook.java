package io.bilet.webhook;

import io.bilet.condition.Condition;
import io.bilet.platform.error.Require;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that is told what happens.
 *
 * <p>It hears of what comes after it was made or switched on. While its secret is changed, the former one signs as
 * well, so that the receiver can change over at leisure. One that takes nothing for five days, or says that it is gone,
 * is switched off with a reason, until somebody switches it on again.
 */
@Entity
@Table(name = "webhook")
public class Webhook {

    static final Duration FAILING_MAX = Duration.ofDays(5);

    private static final int NAME_LENGTH_MAX = 100;

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String url;

    /** Names between blanks. */
    @Column(name = "event_types", nullable = false)
    private String eventTypes;

    @Column(name = "condition_json")
    private @Nullable String condition;

    @Column(nullable = false)
    private boolean active;

    @Enumerated(EnumType.STRING)
    @Column(name = "disabled_reason")
    private @Nullable DisabledReason disabledReason;

    @Column(nullable = false)
    private byte[] secret;

    @Column(name = "former_secret")
    private byte @Nullable [] formerSecret;

    @Column(name = "former_until")
    private @Nullable Instant formerUntil;

    @Column(name = "told_after", nullable = false)
    private long toldAfter;

    /** Told by attempts, not by people: no change that they could overlook. */
    @OptimisticLock(excluded = true)
    @Column(name = "failing_since")
    private @Nullable Instant failingSince;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Webhook() {} // for JPA

    @SuppressWarnings("NullAway.Init") // the methods called set the rest
    Webhook(WebhookId id, String name, URI url, EventTypes types, Instant now) {
        this.id = id.value();
        this.createdAt = now;
        rename(name, now);
        aim(url, now);
        listenTo(types, now);
    }

    final void rename(String next, Instant now) {
        name = Require.line(next, NAME_LENGTH_MAX, "/name");
        updatedAt = now;
    }

    final void aim(URI next, Instant now) {
        url = next.toString();
        updatedAt = now;
    }

    final void listenTo(EventTypes next, Instant now) {
        eventTypes = next.toString();
        updatedAt = now;
    }

    /** Only what satisfies the condition is told; null for everything. */
    void filter(@Nullable Condition next, Instant now) {
        condition = next == null ? null : next.toJson().toString();
        updatedAt = now;
    }

    /** Tells it what comes after that position of the feed. */
    void switchOn(long position, Instant now) {
        active = true;
        disabledReason = null;
        failingSince = null;
        toldAfter = position;
        updatedAt = now;
    }

    void switchOff(@Nullable DisabledReason reason, Instant now) {
        active = false;
        disabledReason = reason;
        updatedAt = now;
    }

    /** Signs with another secret from now on, and with the present one as well until then; both sealed. */
    void rotate(byte[] next, byte[] former, Instant until, Instant now) {
        formerSecret = former;
        formerUntil = until;
        keep(next, now);
    }

    void keep(byte[] sealed, Instant now) {
        secret = sealed;
        updatedAt = now;
    }

    /** An attempt failed; says whether so many did for so long that it is to be switched off. */
    boolean failed(Instant now) {
        if (failingSince == null) {
            failingSince = now;
        }
        return !now.isBefore(failingSince.plus(FAILING_MAX));
    }

    void succeeded() {
        failingSince = null;
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    public WebhookId id() {
        return new WebhookId(id);
    }

    public String name() {
        return name;
    }

    public URI url() {
        return URI.create(url);
    }

    public EventTypes eventTypes() {
        return EventTypes.parse(eventTypes);
    }

    /** The condition in its JSON form. */
    public Optional<JsonObject> condition() {
        return Optional.ofNullable(condition).map(StoredJson::readObject);
    }

    public boolean active() {
        return active;
    }

    public Optional<DisabledReason> disabledReason() {
        return Optional.ofNullable(disabledReason);
    }

    /** The sealed secrets that sign at an instant, the present one first. */
    List<byte[]> secrets(Instant now) {
        byte[] former = formerSecret;
        return former != null && formerUntil != null && now.isBefore(formerUntil)
                ? List.of(secret, former)
                : List.of(secret);
    }

    byte[] secret() {
        return secret;
    }

    /** Until when the former secret signs as well. */
    public Optional<Instant> formerUntil() {
        return Optional.ofNullable(formerUntil);
    }

    long toldAfter() {
        return toldAfter;
    }

    public Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
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
