package io.bilet.webhook;

import io.bilet.platform.database.Utc;
import io.bilet.platform.work.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what endpoints are told, and what became of it. */
@ApplicationScoped
class DeliveryRepository {

    private static final String ROW = "(?, ?, ?, ?, ?, 'PENDING', 0, ?, ?)";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    @Inject
    private WorkQueue work;

    /** How far the feed was told. */
    long lockProgress() {
        return ((Number) em.createNativeQuery("SELECT position FROM webhook_progress WHERE id = 1 FOR UPDATE")
                        .getSingleResult())
                .longValue();
    }

    void moveTo(long position) {
        em.createNativeQuery("UPDATE webhook_progress SET position = :position WHERE id = 1")
                .setParameter("position", position)
                .executeUpdate();
    }

    /** Adds deliveries of which none was tried yet. */
    void add(List<Delivery> deliveries) {
        Query insert = em.createNativeQuery("INSERT INTO webhook_delivery"
                + " (id, webhook_id, position, type, body, state, attempts, next_at, created_at) VALUES "
                + String.join(", ", Collections.nCopies(deliveries.size(), ROW)));
        int column = 1;
        for (Delivery delivery : deliveries) {
            insert.setParameter(column++, delivery.id().value().toString());
            insert.setParameter(column++, delivery.webhook().value().toString());
            insert.setParameter(column++, delivery.position());
            insert.setParameter(column++, delivery.type());
            insert.setParameter(column++, delivery.body());
            insert.setParameter(column++, Utc.column(delivery.nextAt().orElse(null)));
            insert.setParameter(column++, Utc.column(delivery.createdAt()));
        }
        insert.executeUpdate();
    }

    /** Numbers an attempt and adds it. */
    void add(DeliveryId id, Delivery.Attempt attempt) {
        em.createNativeQuery("""
                        INSERT INTO webhook_attempt (delivery_id, number, at, duration_millis, status, error, answer)
                        SELECT :id, attempts + 1, :at, :duration, :status, :error, :answer
                        FROM webhook_delivery WHERE id = :id""")
                .setParameter("id", id.value().toString())
                .setParameter("at", Utc.column(attempt.at()))
                .setParameter("duration", attempt.durationMillis())
                .setParameter("status", attempt.status())
                .setParameter("error", attempt.error())
                .setParameter("answer", attempt.answer())
                .executeUpdate();
    }

    /** Says how a delivery stands after one more attempt. */
    void attempted(DeliveryId id, DeliveryState state, @Nullable Instant nextAt) {
        em.createNativeQuery("UPDATE webhook_delivery SET state = :state, next_at = :next, attempts = attempts + 1"
                        + " WHERE id = :id")
                .setParameter("state", state.name())
                .setParameter("next", Utc.column(nextAt))
                .setParameter("id", id.value().toString())
                .executeUpdate();
    }

    void pendingAgain(DeliveryId id, Instant nextAt) {
        em.createNativeQuery("UPDATE webhook_delivery SET state = 'PENDING', next_at = :next WHERE id = :id")
                .setParameter("next", Utc.column(nextAt))
                .setParameter("id", id.value().toString())
                .executeUpdate();
    }

    /** Gives up whatever an endpoint was still to be told. */
    void giveUp(WebhookId webhook) {
        em.createNativeQuery("UPDATE webhook_delivery SET state = 'FAILED', next_at = NULL"
                        + " WHERE webhook_id = :webhook AND state = 'PENDING'")
                .setParameter("webhook", webhook.value().toString())
                .executeUpdate();
        work.clear(Endpoint.queue(webhook));
    }

    /** Forgets up to {@code limit} deliveries made before, with their attempts; says how many there were. */
    int removeBefore(Instant before, int limit) {
        return em.createNativeQuery("DELETE FROM webhook_delivery WHERE created_at < :before AND state <> 'PENDING'"
                        + " ORDER BY created_at LIMIT " + limit)
                .setParameter("before", Utc.column(before))
                .executeUpdate();
    }
}
