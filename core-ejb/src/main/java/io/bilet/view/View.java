package io.bilet.view;

import io.bilet.condition.Condition;
import io.bilet.platform.error.Require;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A question about stored tickets that is asked again and again, and how its answer is shown. */
@Entity
@Table(name = "saved_view")
public class View {

    private static final int NAME_LENGTH_MAX = 100;

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    @Embedded
    private Audience audience;

    @Column(name = "condition_json", nullable = false)
    private String condition;

    /** Names of columns between commas. */
    @Column(name = "shown", nullable = false)
    private String columns;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ViewSort sort;

    @Enumerated(EnumType.STRING)
    @Column(name = "grouping", nullable = false)
    private ViewGrouping grouping;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected View() {} // for JPA

    @SuppressWarnings("NullAway.Init") // the methods called set the rest
    View(ViewId id, String name, Audience audience, Condition condition, ViewLayout layout, Instant now) {
        this.id = id.value();
        this.audience = audience;
        this.createdAt = now;
        rename(name, now);
        ask(condition, now);
        show(layout, now);
    }

    final void rename(String next, Instant now) {
        name = Require.line(next, NAME_LENGTH_MAX, "/name");
        updatedAt = now;
    }

    final void ask(Condition next, Instant now) {
        condition = next.toJson().toString();
        updatedAt = now;
    }

    final void show(ViewLayout layout, Instant now) {
        columns = String.join(",", layout.columns());
        sort = layout.sort();
        grouping = layout.grouping();
        updatedAt = now;
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    public ViewId id() {
        return new ViewId(id);
    }

    public String name() {
        return name;
    }

    public Audience audience() {
        return audience;
    }

    /** The condition in its JSON form. */
    public JsonObject condition() {
        return StoredJson.readObject(condition);
    }

    public ViewLayout layout() {
        return new ViewLayout(List.of(columns.split(",")), sort, grouping);
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
