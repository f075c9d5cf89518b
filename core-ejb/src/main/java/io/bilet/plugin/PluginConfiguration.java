package io.bilet.plugin;

import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an administrator set for a plugin. Made when the first thing is set, it outlives the jar. */
@Entity
@Table(name = "plugin_configuration")
public class PluginConfiguration {

    @Id
    @Column(name = "plugin_id")
    private String pluginId;

    @Column(nullable = false)
    private boolean enabled = true;

    @Column(nullable = false)
    private String settings = "{}";

    /** Names to values as JSON, sealed as a whole. */
    @Column
    private byte @Nullable [] secrets;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected PluginConfiguration() {} // for JPA

    PluginConfiguration(String pluginId, Instant now) {
        this.pluginId = pluginId;
        this.updatedAt = now;
    }

    void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    /** Sets these in place of all before. */
    void set(boolean on, Map<String, String> open, byte @Nullable [] sealed, Instant now) {
        enabled = on;
        settings = json(open);
        secrets = sealed;
        updatedAt = now;
    }

    /** Nothing changes, and yet the plugin starts anew. */
    void touch(Instant now) {
        updatedAt = now;
    }

    public String pluginId() {
        return pluginId;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public int version() {
        return version;
    }

    Map<String, String> settings() {
        return map(settings);
    }

    Map<String, String> secrets(Function<byte[], String> open) {
        return secrets == null ? Map.of() : map(open.apply(secrets));
    }

    static String json(Map<String, String> values) {
        JsonObjectBuilder object = StoredJson.object();
        values.forEach(object::add);
        return object.build().toString();
    }

    private static Map<String, String> map(String json) {
        Map<String, String> values = new TreeMap<>();
        StoredJson.readObject(json).forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
        return values;
    }
}
