package io.bilet.routing.rule;

import io.bilet.condition.FieldUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Which routing rules ask about a field. */
@ApplicationScoped
public class RuleFieldQueries implements FieldUser {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    @Override
    public List<Use> usesOf(String field) {
        return em.createQuery(
                        "SELECT r.listing.name FROM RoutingRule r WHERE r.condition LIKE :checks ESCAPE '!'",
                        String.class)
                .setParameter("checks", FieldUser.checksOf(field))
                .setMaxResults(10)
                .getResultStream()
                .map(name -> new Use("routing rule", name))
                .toList();
    }
}
