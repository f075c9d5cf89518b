package io.bilet.field;

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

/** A field that an administrator added to tickets. Its key and type stay; everything else may change. */
@Entity
@Table(name = "custom_field")
public class CustomField {

    @Id
    private UUID id;

    @Column(name = "field_key", nullable = false, updatable = false)
    private String key;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private ValueType type;

    @Column(nullable = false)
    private boolean active = true;

    @Column(nullable = false)
    private String terms;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected CustomField() {} // for JPA

    @SuppressWarnings("NullAway.Init") // agree() sets the rest
    CustomField(CustomFieldId id, String key, ValueType type, JsonObject terms, Instant now) {
        this.id = id.value();
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
        FieldTerms.read(key, type, next);
        terms = next.toString();
        updatedAt = now;
    }

    void turn(boolean on, Instant now) {
        active = on;
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

    public CustomFieldId id() {
        return new CustomFieldId(id);
    }

    public String key() {
        return key;
    }

    public ValueType type() {
        return type;
    }

    /** Whether it can be filled in. */
    public boolean isActive() {
        return active;
    }

    /** What is said about it, in the form of the API. */
    public JsonObject terms() {
        return StoredJson.readObject(terms);
    }

    FieldTerms read() {
        return FieldTerms.read(key, type, terms());
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
