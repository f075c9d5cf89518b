package io.bilet.brand;

import io.bilet.platform.error.InvalidInput;
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

/** A name under which the desk writes. The default brand stays the default until another becomes it. */
@Entity
@Table(name = "brand")
public class Brand {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Column(name = "is_default", nullable = false)
    private boolean isDefault;

    @Column
    private @Nullable String language;

    @Column
    private @Nullable String signature;

    @Column(name = "show_ticket_number", nullable = false)
    private boolean showTicketNumber;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Brand() {} // for JPA

    public Brand(BrandId id, BrandProfile profile, Instant now) {
        this.id = id.value();
        this.createdAt = now;
        take(profile, now);
    }

    /**
     * Takes over everything the profile says.
     *
     * @throws InvalidInput if the default brand would no longer be it; make another one the default instead
     */
    public void describe(BrandProfile profile, Instant now) {
        if (isDefault && !profile.isDefault()) {
            throw new InvalidInput("/default", "default_needed", "Make another brand the default instead.");
        }
        take(profile, now);
    }

    private void take(BrandProfile profile, Instant now) {
        name = profile.name();
        isDefault = profile.isDefault();
        language = profile.language();
        signature = profile.signature();
        showTicketNumber = profile.showTicketNumber();
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

    public BrandProfile profile() {
        return new BrandProfile(name, isDefault, language, signature, showTicketNumber);
    }

    public BrandId id() {
        return new BrandId(id);
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
