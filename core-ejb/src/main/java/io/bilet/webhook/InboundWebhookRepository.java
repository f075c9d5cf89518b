package io.bilet.webhook;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.database.Utc;
import io.bilet.platform.error.NotFound;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores inbound webhooks and which messages they had. */
@ApplicationScoped
class InboundWebhookRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    InboundWebhook get(InboundWebhookId id) {
        return EntityQueries.find(em, InboundWebhook.class, id.value())
                .orElseThrow(() -> new NotFound("inbound webhook"));
    }

    void add(InboundWebhook webhook) {
        em.persist(webhook);
        em.flush();
    }

    void remove(InboundWebhook webhook) {
        em.remove(webhook);
        em.flush();
    }

    /** Writes a change, so that it has its new version. */
    void flush() {
        em.flush();
    }

    /** All of them, oldest first. */
    List<InboundWebhook> all() {
        return em.createQuery("SELECT w FROM InboundWebhook w ORDER BY w.id", InboundWebhook.class)
                .getResultList();
    }

    /** Takes a message down; false if it came before. Whoever has it at the same moment waits. */
    boolean take(InboundWebhookId webhook, String message, Instant now) {
        return em.createNativeQuery("INSERT IGNORE INTO inbound_webhook_message"
                                + " (inbound_webhook_id, message_id, received_at) VALUES (:webhook, :message, :now)")
                        .setParameter("webhook", webhook.value().toString())
                        .setParameter("message", message)
                        .setParameter("now", Utc.column(now))
                        .executeUpdate()
                == 1;
    }

    /** Says what became of a message. */
    void settle(InboundWebhookId webhook, String message, TicketId ticket, CommentId comment) {
        em.createNativeQuery("UPDATE inbound_webhook_message SET ticket_id = :ticket, comment_id = :comment"
                        + " WHERE inbound_webhook_id = :webhook AND message_id = :message")
                .setParameter("ticket", ticket.value().toString())
                .setParameter("comment", comment.value().toString())
                .setParameter("webhook", webhook.value().toString())
                .setParameter("message", message)
                .executeUpdate();
    }

    /** What became of a message that came before. */
    Object[] found(InboundWebhookId webhook, String message) {
        return (Object[]) em.createNativeQuery("SELECT ticket_id, comment_id FROM inbound_webhook_message"
                        + " WHERE inbound_webhook_id = :webhook AND message_id = :message")
                .setParameter("webhook", webhook.value().toString())
                .setParameter("message", message)
                .getSingleResult();
    }

    /** The newest ticket that another system knows by that id. */
    Optional<TicketId> ticketOf(String externalId) {
        @SuppressWarnings("unchecked")
        List<Object> found = em.createNativeQuery(
                        "SELECT id FROM ticket WHERE external_id = :external ORDER BY number DESC LIMIT 1")
                .setParameter("external", externalId)
                .getResultList();
        return found.stream().map(Columns::uuid).<TicketId>map(TicketId::new).findFirst();
    }

    /** Forgets up to {@code limit} messages that came before; says how many there were. */
    int forgetBefore(Instant before, int limit) {
        return em.createNativeQuery("DELETE FROM inbound_webhook_message WHERE received_at < :before"
                        + " ORDER BY received_at LIMIT " + limit)
                .setParameter("before", Utc.column(before))
                .executeUpdate();
    }

    static UUID uuid(Object column) {
        return Columns.uuid(column);
    }
}
