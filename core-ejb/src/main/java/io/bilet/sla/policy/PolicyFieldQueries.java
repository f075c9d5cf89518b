package io.bilet.sla.policy;

import io.bilet.condition.FieldUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Which SLA policies ask about a field. */
@ApplicationScoped
public class PolicyFieldQueries implements FieldUser {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    @Override
    public List<Use> usesOf(String field) {
        return em.createQuery(
                        "SELECT p.listing.name FROM SlaPolicy p WHERE p.terms LIKE :checks ESCAPE '!'", String.class)
                .setParameter("checks", FieldUser.checksOf(field))
                .setMaxResults(10)
                .getResultStream()
                .map(name -> new Use("SLA policy", name))
                .toList();
    }
}
