package io.bilet.people;

import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.text.Tags;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody Bilet knows: a requester, somebody who works here, or a program.
 *
 * <p>A requester comes into being with the first message from a new address and belongs to the organization that has
 * the address's domain. Nobody can sign in as them until an administrator gives them a {@link Login}. Who leaves is
 * made inactive and never removed, because tickets remember them.
 */
@Entity
@Table(name = "user")
public class User {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Role role;

    @Column(name = "organization_id")
    private @Nullable UUID organizationId;

    @Column
    private @Nullable String language;

    @Column(name = "time_zone")
    private @Nullable String timeZone;

    @Column(name = "external_id", unique = true)
    private @Nullable String externalId;

    @Convert(converter = Tags.class)
    @Column(nullable = false)
    private SortedSet<String> tags;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "login_issuer")
    private @Nullable String loginIssuer;

    @Column(name = "login_subject")
    private @Nullable String loginSubject;

    /** Counts changes of what they are recognised by, so that each is a new version. */
    @Column(name = "identity_turns", nullable = false)
    private int identityTurns;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected User() {} // for JPA

    @SuppressWarnings("NullAway.Init") // describe() sets them
    public User(UserId id, UserProfile profile, Instant now) {
        this.id = id.value();
        this.createdAt = now;
        describe(profile, now);
    }

    /** Takes over everything the profile says. */
    public final void describe(UserProfile profile, Instant now) {
        name = profile.name();
        role = profile.role();
        organizationId = profile.organizationId() == null
                ? null
                : profile.organizationId().value();
        language = profile.language();
        timeZone = profile.timeZone();
        externalId = profile.externalId();
        tags = profile.tags();
        active = profile.active();
        Login login = profile.login();
        loginIssuer = login == null ? null : login.issuer();
        loginSubject = login == null ? null : login.subject();
        updatedAt = now;
    }

    /** What they are recognised by changed, which is part of what is shown of them. */
    public void becameRecognisedOtherwise(Instant now) {
        identityTurns++;
        updatedAt = now;
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    public void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    public UserProfile profile() {
        return new UserProfile(
                name,
                role,
                organizationId().orElse(null),
                language,
                timeZone,
                externalId,
                tags,
                active,
                login().orElse(null));
    }

    public UserId id() {
        return new UserId(id);
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    public Optional<OrganizationId> organizationId() {
        return Optional.ofNullable(organizationId).map(OrganizationId::new);
    }

    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    public Optional<String> timeZone() {
        return Optional.ofNullable(timeZone);
    }

    public boolean active() {
        return active;
    }

    public Optional<Login> login() {
        return loginIssuer == null || loginSubject == null
                ? Optional.empty()
                : Optional.of(new Login(loginIssuer, loginSubject));
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
