package io.bilet.webhook;

import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Stores webhooks. */
@ApplicationScoped
class WebhookRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    Webhook get(WebhookId id) {
        return find(id).orElseThrow(() -> new NotFound("webhook"));
    }

    Optional<Webhook> find(WebhookId id) {
        return EntityQueries.find(em, Webhook.class, id.value());
    }

    /** As {@link #find}, for whoever says how it stands. */
    Optional<Webhook> lock(WebhookId id) {
        return EntityQueries.lock(em, Webhook.class, id.value());
    }

    void add(Webhook webhook) {
        em.persist(webhook);
        em.flush();
    }

    void remove(Webhook webhook) {
        em.remove(webhook);
        em.flush();
    }

    /** Writes a change, so that the webhook has its new version. */
    void flush() {
        em.flush();
    }

    /** All of them, oldest first. */
    List<Webhook> all() {
        return em.createQuery("SELECT w FROM Webhook w ORDER BY w.id", Webhook.class)
                .getResultList();
    }
}
