package io.bilet.sla.policy;

import io.bilet.platform.error.Require;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is promised to whom.
 *
 * <p>Policies are asked in order; the first that is active and whose condition holds applies. One may be changed,
 * moved, switched off and deleted; each change is kept as a version, and a ticket meets it at its next event.
 */
@Entity
@Table(name = "sla_policy")
public class SlaPolicy {

    /** The last place; the policy that ships for everything else stands there. */
    public static final int POSITION_MAX = 100_000;

    private static final int NAME_LENGTH_MAX = 100;

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private int position;

    @Column(nullable = false)
    private boolean active;

    /** As {@link PolicyTermsJson} writes it. */
    @Column(nullable = false)
    private String terms;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected SlaPolicy() {} // for JPA

    public SlaPolicy(SlaPolicyId id, String name, PolicyTerms terms, Instant now) {
        this.id = id.value();
        this.createdAt = now;
        this.active = true;
        rename(name, now);
        promise(terms, now);
    }

    public final void rename(String next, Instant now) {
        name = Require.line(next, NAME_LENGTH_MAX, "/name");
        updatedAt = now;
    }

    /** Says anew to which tickets it applies and what it promises. */
    public final void promise(PolicyTerms next, Instant now) {
        terms = PolicyTermsJson.write(next).toString();
        updatedAt = now;
    }

    /** Takes another place in the order; policies in the same place are asked by age. */
    public void moveTo(int next, Instant now) {
        position = Require.range(next, 1, POSITION_MAX, "/position");
        updatedAt = now;
    }

    /** Switches it on or off. */
    public void turn(boolean on, Instant now) {
        active = on;
        updatedAt = now;
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    public void requireVersion(Optional<Integer> expected) {
        if (expected.isPresent() && expected.get() != version) {
            throw new StaleVersion();
        }
    }

    public SlaPolicyId id() {
        return new SlaPolicyId(id);
    }

    public String name() {
        return name;
    }

    public int position() {
        return position;
    }

    public boolean isActive() {
        return active;
    }

    /**
     * The terms in their JSON form: {@code condition}, {@code schedule_id}, {@code targets}, {@code pauses}, {@code
     * warnings}.
     */
    public JsonObject terms() {
        return StoredJson.readObject(terms);
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
