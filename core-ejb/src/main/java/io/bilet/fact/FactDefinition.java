package io.bilet.fact;

import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.typed.Key;
import io.bilet.platform.typed.ValueType;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A kind of fact about requesters or organizations. About whom, its key and its type stay; the rest may change. */
@Entity
@Table(name = "fact_definition")
public class FactDefinition {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private FactSubject about;

    @Column(name = "fact_key", nullable = false, updatable = false)
    private String key;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private ValueType type;

    @Column(nullable = false)
    private String terms;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected FactDefinition() {} // for JPA

    @SuppressWarnings("NullAway.Init") // agree() sets the rest
    FactDefinition(FactDefinitionId id, FactSubject about, String key, ValueType type, JsonObject terms, Instant now) {
        this.id = id.value();
        this.about = about;
        this.key = Key.require(key);
        this.type = type;
        this.createdAt = now;
        agree(terms, now);
    }

    /**
     * Takes over what is said about it.
     *
     * @throws io.bilet.platform.error.InvalidInput naming what contradicts itself
     */
    final void agree(JsonObject next, Instant now) {
        FactTerms.read(about, key, type, next);
        terms = next.toString();
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

    public FactDefinitionId id() {
        return new FactDefinitionId(id);
    }

    public FactSubject about() {
        return about;
    }

    public String key() {
        return key;
    }

    public ValueType type() {
        return type;
    }

    /** What is said about it, in the form of the API. */
    public JsonObject terms() {
        return StoredJson.readObject(terms);
    }

    FactTerms read() {
        return FactTerms.read(about, key, type, terms());
    }

    /** Its name in conditions. */
    public String field() {
        return about.prefix() + key;
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
