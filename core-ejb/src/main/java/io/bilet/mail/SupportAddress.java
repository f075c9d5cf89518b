package io.bilet.mail;

import io.bilet.brand.BrandId;
import io.bilet.people.EmailAddress;
import io.bilet.people.GroupId;
import io.bilet.platform.error.StaleVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address people write to, and from which they are answered. */
@Entity
@Table(name = "support_address")
public class SupportAddress {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String address;

    @Column(nullable = false, updatable = false)
    private String normalized;

    @Column
    private @Nullable String name;

    @Column(name = "brand_id", nullable = false)
    private UUID brandId;

    @Column(name = "mail_channel_id")
    private @Nullable UUID mailChannelId;

    @Column(name = "group_id")
    private @Nullable UUID groupId;

    @Column(name = "is_default", nullable = false)
    private boolean isDefault;

    @Column(name = "signed_reply_to", nullable = false)
    private boolean signedReplyTo;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected SupportAddress() {} // for JPA

    SupportAddress(SupportAddressId id, SupportAddressProfile profile, Instant now) {
        this.id = id.value();
        this.address = profile.address().text();
        this.normalized = profile.address().normalized();
        this.createdAt = now;
        describe(profile, now);
    }

    /** Takes over everything but the address, which stays. */
    final void describe(SupportAddressProfile profile, Instant now) {
        name = profile.name();
        brandId = profile.brand().value();
        mailChannelId = profile.channel() == null ? null : profile.channel().value();
        groupId = profile.group() == null ? null : profile.group().value();
        isDefault = profile.isDefault();
        signedReplyTo = profile.signedReplyTo();
        active = profile.active();
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

    public SupportAddressProfile profile() {
        return new SupportAddressProfile(
                new EmailAddress(address, normalized),
                name,
                new BrandId(brandId),
                mailChannelId == null ? null : new MailChannelId(mailChannelId),
                groupId == null ? null : new GroupId(groupId),
                isDefault,
                signedReplyTo,
                active);
    }

    public SupportAddressId id() {
        return new SupportAddressId(id);
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
