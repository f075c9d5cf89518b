package io.bilet.plugin;

import io.bilet.platform.database.EntityQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The rows of {@code plugin_configuration}. */
@ApplicationScoped
public class PluginConfigurationRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    Optional<PluginConfiguration> find(String pluginId) {
        return EntityQueries.find(em, PluginConfiguration.class, pluginId);
    }

    List<PluginConfiguration> all() {
        return em.createQuery("SELECT c FROM PluginConfiguration c", PluginConfiguration.class)
                .getResultList();
    }

    void add(PluginConfiguration configuration) {
        em.persist(configuration);
    }

    void flush() {
        em.flush();
    }
}
