package io.bilet.view;

import io.bilet.condition.FieldUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Which views ask about a field. */
@ApplicationScoped
public class ViewFieldQueries implements FieldUser {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    @Override
    public List<Use> usesOf(String field) {
        return em.createQuery("SELECT v.name FROM View v WHERE v.condition LIKE :checks ESCAPE '!'", String.class)
                .setParameter("checks", FieldUser.checksOf(field))
                .setMaxResults(10)
                .getResultStream()
                .map(name -> new Use("view", name))
                .toList();
    }
}
