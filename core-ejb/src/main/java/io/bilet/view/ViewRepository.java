package io.bilet.view;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.platform.database.EntityQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores views. */
@ApplicationScoped
class ViewRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    Optional<View> find(ViewId id) {
        return EntityQueries.find(em, View.class, id.value());
    }

    void add(View view) {
        em.persist(view);
        em.flush();
    }

    void remove(View view) {
        em.remove(view);
        em.flush();
    }

    /** Writes a change, so that the view has its new version. */
    void flush() {
        em.flush();
    }

    /** Up to {@code limit} views that the caller sees, by name, those after the given place only. */
    List<View> seenBy(Caller caller, String name, ViewId id, int limit) {
        return em.createQuery(
                        "SELECT v FROM View v WHERE (v.audience.scope = io.bilet.view.ViewScope.SHARED"
                                + " OR (v.audience.scope = io.bilet.view.ViewScope.PERSONAL"
                                + " AND v.audience.owner = :user)"
                                + " OR (v.audience.scope = io.bilet.view.ViewScope.GROUP"
                                + " AND (:all = TRUE OR v.audience.group IN :groups)))"
                                + " AND (v.name > :name OR (v.name = :name AND v.id > :id)) ORDER BY v.name, v.id",
                        View.class)
                .setParameter("user", caller.userId().value())
                .setParameter("all", caller.may(Permission.VIEWS_MANAGE))
                .setParameter("groups", caller.groupIds())
                .setParameter("name", name)
                .setParameter("id", id.value())
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many views are the user's own, or for others if there is no user. */
    long count(Optional<UUID> owner) {
        String of = owner.isPresent()
                ? "= io.bilet.view.ViewScope.PERSONAL AND v.audience.owner = :user"
                : "<> io.bilet.view.ViewScope.PERSONAL";
        var query = em.createQuery("SELECT COUNT(v) FROM View v WHERE v.audience.scope " + of, Long.class);
        owner.ifPresent(user -> query.setParameter("user", user));
        return query.getSingleResult();
    }
}
