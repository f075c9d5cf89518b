package io.bilet.routing.rule;

import io.bilet.platform.database.Like;
import io.bilet.platform.database.Referrer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Which ids the present rules name, in a condition or an effect. */
@ApplicationScoped
public class RuleMentionQueries implements Referrer {

    private static final String NAMED_IN_A_RULE = """
            SELECT 1 FROM routing_rule
            WHERE condition_json LIKE :digits ESCAPE '!' OR effects_json LIKE :digits ESCAPE '!'
            LIMIT 1
            """;

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    @Override
    public boolean mentions(UUID id) {
        return !em.createNativeQuery(NAMED_IN_A_RULE)
                .setParameter("digits", Like.containing(id.toString().replace("-", "")))
                .getResultList()
                .isEmpty();
    }
}
