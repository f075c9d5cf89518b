package io.bilet.plugin;

import io.bilet.platform.database.Columns;
import io.bilet.spi.PluginStore.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;

/** The rows of {@code plugin_value}. */
@ApplicationScoped
public class PluginValueRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    Optional<Entry> find(String pluginId, String name) {
        List<?> rows = query(
                        "SELECT content, version FROM plugin_value WHERE plugin_id = :plugin AND name = :name",
                        pluginId)
                .setParameter("name", name)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Entry(Columns.text(row[0]), Columns.number(row[1])))
                .findFirst();
    }

    long count(String pluginId) {
        return Columns.number(query("SELECT COUNT(*) FROM plugin_value WHERE plugin_id = :plugin", pluginId)
                .getSingleResult());
    }

    /** False if there is one already. */
    boolean add(String pluginId, String name, String content) {
        return query(
                                "INSERT IGNORE INTO plugin_value (plugin_id, name, content, version)"
                                        + " VALUES (:plugin, :name, :content, 1)",
                                pluginId)
                        .setParameter("name", name)
                        .setParameter("content", content)
                        .executeUpdate()
                == 1;
    }

    /** False if it has another version. */
    boolean change(String pluginId, String name, String content, long version) {
        return query(
                                "UPDATE plugin_value SET content = :content, version = version + 1"
                                        + " WHERE plugin_id = :plugin AND name = :name AND version = :version",
                                pluginId)
                        .setParameter("name", name)
                        .setParameter("content", content)
                        .setParameter("version", version)
                        .executeUpdate()
                == 1;
    }

    void remove(String pluginId, String name) {
        query("DELETE FROM plugin_value WHERE plugin_id = :plugin AND name = :name", pluginId)
                .setParameter("name", name)
                .executeUpdate();
    }

    private Query query(String sql, String pluginId) {
        return em.createNativeQuery(sql).setParameter("plugin", pluginId);
    }
}
