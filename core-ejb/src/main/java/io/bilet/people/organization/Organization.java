package io.bilet.people.organization;

import io.bilet.people.OrganizationId;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.text.Tags;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.SortNatural;
import org.jspecify.annotations.Nullable;

/** A company, agency or family whose members ask for help; recognised by the mail domains it owns. */
@Entity
@Table(name = "organization")
public class Organization {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "organization_domain", joinColumns = @JoinColumn(name = "organization_id"))
    @Column(name = "domain", nullable = false)
    @SortNatural
    @BatchSize(size = 100)
    private SortedSet<String> domains = new TreeSet<>();

    @Column(name = "external_id", unique = true)
    private @Nullable String externalId;

    @Convert(converter = Tags.class)
    @Column(nullable = false)
    private SortedSet<String> tags;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Organization() {} // for JPA

    public Organization(OrganizationId id, OrganizationProfile profile, Instant now) {
        this.id = id.value();
        this.createdAt = now;
        describe(profile, now);
    }

    /** Takes over everything the profile says. */
    public final void describe(OrganizationProfile profile, Instant now) {
        name = profile.name();
        domains.retainAll(profile.domains());
        domains.addAll(profile.domains());
        externalId = profile.externalId();
        tags = profile.tags();
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

    public OrganizationProfile profile() {
        return new OrganizationProfile(name, new TreeSet<>(domains), externalId, tags);
    }

    public OrganizationId id() {
        return new OrganizationId(id);
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
