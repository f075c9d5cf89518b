package io.bilet.routing.rule;

import io.bilet.condition.Condition;
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
 * Something done to a ticket when it is opened, if a condition holds.
 *
 * <p>A rule may be changed, moved in the order, switched off and deleted; tickets that are already open keep what it
 * did.
 */
@Entity
@Table(name = "routing_rule")
public class RoutingRule {

    static final int POSITION_MAX = 100_000;

    private static final int NAME_LENGTH_MAX = 100;

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private int position;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "condition_json", nullable = false)
    private String condition;

    @Column(name = "effects_json", nullable = false)
    private String effects;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected RoutingRule() {} // for JPA

    public RoutingRule(RoutingRuleId id, String name, Condition condition, RuleEffects effects, Instant now) {
        this.id = id.value();
        this.createdAt = now;
        this.active = true;
        rename(name, now);
        reword(condition, effects, now);
    }

    public final void rename(String next, Instant now) {
        name = Require.line(next, NAME_LENGTH_MAX, "/name");
        updatedAt = now;
    }

    /** Says anew when it applies and what it does. */
    public final void reword(Condition nextCondition, RuleEffects nextEffects, Instant now) {
        condition = nextCondition.toJson().toString();
        effects = RuleEffectsJson.write(nextEffects).toString();
        updatedAt = now;
    }

    /** Takes another place in the order; rules in the same place are asked by age. */
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

    public RoutingRuleId id() {
        return new RoutingRuleId(id);
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

    /** The condition in its JSON form. */
    public JsonObject condition() {
        return StoredJson.readObject(condition);
    }

    /** The effects in their JSON form. */
    public JsonObject effects() {
        return StoredJson.readObject(effects);
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
