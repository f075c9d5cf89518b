package io.bilet.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads how the database server is set up. */
@ApplicationScoped
public class SettingsQueries {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** The server's global variables by their lower-case names. */
    Map<String, String> variables() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "SELECT variable_name, variable_value FROM information_schema.global_variables")
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> Columns.text(row[0]).toLowerCase(Locale.ROOT), row -> Columns.text(row[1])));
    }
}
