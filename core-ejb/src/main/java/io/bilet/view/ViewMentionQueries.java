package io.bilet.view;

import io.bilet.platform.database.Like;
import io.bilet.platform.database.Referrer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Which ids the present views name, in a condition or as their group. */
@ApplicationScoped
public class ViewMentionQueries implements Referrer {

    private static final String NAMED_IN_A_VIEW = """
            SELECT 1 FROM saved_view WHERE group_id = :id OR condition_json LIKE :digits ESCAPE '!' LIMIT 1
            """;

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    @Override
    public boolean mentions(UUID id) {
        return !em.createNativeQuery(NAMED_IN_A_VIEW)
                .setParameter("id", id)
                .setParameter("digits", Like.containing(id.toString().replace("-", "")))
                .getResultList()
                .isEmpty();
    }
}
