package io.bilet.sla.policy;

import io.bilet.condition.Listing;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is promised to whom.
 *
 * <p>Policies are asked in order; the first that is active and whose condition holds applies. One may be changed,
 * moved, switched off and deleted; each change is kept as a version, and a ticket meets it at its next event.
 */
@Entity
@Table(name = "sla_policy")
public class SlaPolicy {

    @Id
    private UUID id;

    @Embedded
    private Listing listing;

    /** As {@link PolicyTermsJson} writes it. */
    @Column(nullable = false)
    private String terms;

    /** The one that the terms name; in a column so that it stays. */
    @Column(name = "schedule_id")
    private @Nullable UUID scheduleId;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected SlaPolicy() {} // for JPA

    public SlaPolicy(SlaPolicyId id, String name, PolicyTerms terms, Instant now) {
        this.id = id.value();
        this.listing = new Listing(name, now);
        promise(terms, now);
    }

    /** Says anew to which tickets it applies and what it promises. */
    public final void promise(PolicyTerms next, Instant now) {
        terms = PolicyTermsJson.write(next).toString();
        scheduleId = next.schedule() == null ? null : next.schedule().value();
        listing.touch(now);
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    public void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    public SlaPolicyId id() {
        return new SlaPolicyId(id);
    }

    /** Its name, its place and whether it is asked. */
    public Listing listing() {
        return listing;
    }

    /**
     * The terms in their JSON form: {@code condition}, {@code schedule_id}, {@code targets}, {@code pauses}, {@code
     * warnings}.
     */
    public JsonObject terms() {
        return StoredJson.readObject(terms);
    }

    public int version() {
        return version;
    }
}
