package io.bilet.automation;

import io.bilet.automation.action.Action;
import io.bilet.condition.Condition;
import io.bilet.condition.Listing;
import io.bilet.platform.error.Require;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule with a condition and a list of actions. It may be changed, moved in the order, switched off and deleted; what
 * it did stays done and explained.
 */
@MappedSuperclass
public abstract class ActingRule {

    private static final int CATEGORY_LENGTH_MAX = 100;

    @Id
    private UUID id;

    @Embedded
    private Listing listing;

    private @Nullable String category;

    @Column(name = "condition_json", nullable = false)
    private String condition;

    @Column(name = "actions_json", nullable = false)
    private String actions;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ActingRule() {} // for JPA

    @SuppressWarnings("NullAway.Init") // reword() sets them
    protected ActingRule(UUID id, String name, Condition condition, List<Action> actions, Instant now) {
        this.id = id;
        this.listing = new Listing(name, now);
        reword(condition, actions, now);
    }

    /** Says anew when it applies and what it does. */
    public final void reword(Condition nextCondition, List<Action> nextActions, Instant now) {
        condition = nextCondition.toJson().toString();
        var json = StoredJson.array();
        nextActions.forEach(action -> json.add(action.toJson()));
        actions = json.build().toString();
        listing.touch(now);
    }

    /** Puts it beside others of a kind, or, with an empty name, beside none; it changes nothing about what it does. */
    public void putInto(String next, Instant now) {
        category = next.isEmpty() ? null : Require.line(next, CATEGORY_LENGTH_MAX, "/category");
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

    /** Its id without the prefix that tells its kind. */
    public UUID key() {
        return id;
    }

    /** Its name, its place and whether it is asked. */
    public Listing listing() {
        return listing;
    }

    public Optional<String> category() {
        return Optional.ofNullable(category);
    }

    /** The condition in its JSON form. */
    public JsonObject condition() {
        return StoredJson.readObject(condition);
    }

    /** The actions in their JSON form. */
    public JsonArray actions() {
        return StoredJson.read(actions).asJsonArray();
    }

    public int version() {
        return version;
    }
}
