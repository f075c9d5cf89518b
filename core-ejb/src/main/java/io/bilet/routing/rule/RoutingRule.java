package io.bilet.routing.rule;

import io.bilet.condition.Condition;
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

/**
 * Something done to a ticket when it is opened, if a condition holds.
 *
 * <p>A rule may be changed, moved in the order, switched off and deleted; tickets that are already open keep what it
 * did.
 */
@Entity
@Table(name = "routing_rule")
public class RoutingRule {

    @Id
    private UUID id;

    @Embedded
    private Listing listing;

    @Column(name = "condition_json", nullable = false)
    private String condition;

    @Column(name = "effects_json", nullable = false)
    private String effects;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected RoutingRule() {} // for JPA

    public RoutingRule(RoutingRuleId id, String name, Condition condition, RuleEffects effects, Instant now) {
        this.id = id.value();
        this.listing = new Listing(name, now);
        reword(condition, effects, now);
    }

    /** Says anew when it applies and what it does. */
    public final void reword(Condition nextCondition, RuleEffects nextEffects, Instant now) {
        condition = nextCondition.toJson().toString();
        effects = RuleEffectsJson.write(nextEffects).toString();
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

    public RoutingRuleId id() {
        return new RoutingRuleId(id);
    }

    /** Its name, its place and whether it is asked. */
    public Listing listing() {
        return listing;
    }

    /** The condition in its JSON form. */
    public JsonObject condition() {
        return StoredJson.readObject(condition);
    }

    /** The effects in their JSON form. */
    public JsonObject effects() {
        return StoredJson.readObject(effects);
    }

    public int version() {
        return version;
    }
}
