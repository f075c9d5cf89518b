package io.bilet.people.team;

import io.bilet.people.GroupId;
import io.bilet.people.OrganizationId;
import io.bilet.platform.error.StaleVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team of agents on one tier, among whom the tickets of the group are shared out. At most one group is the default:
 * it takes tickets that no rule has given to another.
 */
@Entity
@Table(name = "agent_group")
public class Group {

    @Id
    private UUID id;

    @Column(nullable = false, unique = true)
    private String name;

    @Column(nullable = false)
    private int tier;

    @Column(name = "is_default", nullable = false)
    private boolean isDefault;

    @Column(name = "overflow_group_id")
    private @Nullable UUID overflowGroupId;

    @Column(name = "overflow_after_seconds", nullable = false)
    private long overflowAfterSeconds;

    @Column(name = "vip_reserve", nullable = false)
    private int vipReserve;

    @Convert(converter = Organizations.class)
    @Column(name = "organization_ids", nullable = false)
    private Set<OrganizationId> organizations = Set.of();

    private @Nullable String vendor;

    @Enumerated(EnumType.STRING)
    @Column(name = "assigns_by", nullable = false)
    private Sharing.Way assignsBy;

    @Column(name = "offer_timeout_seconds", nullable = false)
    private long offerTimeoutSeconds;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Group() {} // for JPA

    public Group(GroupId id, GroupProfile profile, Instant now) {
        this.id = id.value();
        this.createdAt = now;
        describe(profile);
    }

    /** Takes over everything the profile says. */
    public final void describe(GroupProfile profile) {
        name = profile.name();
        tier = profile.tier();
        isDefault = profile.isDefault();
        Sharing sharing = profile.sharing();
        overflowGroupId = sharing.overflow() == null ? null : sharing.overflow().value();
        overflowAfterSeconds = sharing.overflowAfter().toSeconds();
        vipReserve = sharing.vipReserve();
        organizations = profile.calling().organizations();
        vendor = profile.calling().vendor();
        assignsBy = sharing.way();
        offerTimeoutSeconds = sharing.offerTimeout().toSeconds();
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    public void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    public GroupId id() {
        return new GroupId(id);
    }

    public String name() {
        return name;
    }

    public GroupProfile profile() {
        return new GroupProfile(name, tier, isDefault, sharing(), new Calling(organizations, vendor));
    }

    private Sharing sharing() {
        return new Sharing(
                overflow().orElse(null),
                Duration.ofSeconds(overflowAfterSeconds),
                vipReserve,
                assignsBy,
                Duration.ofSeconds(offerTimeoutSeconds));
    }

    /** The group that helps when nobody here can. */
    public Optional<GroupId> overflow() {
        return Optional.ofNullable(overflowGroupId).map(GroupId::new);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int version() {
        return version;
    }
}
