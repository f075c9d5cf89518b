package io.bilet.response;

import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mails that leave, and each attempt. */
@ApplicationScoped
public class OutgoingMailRepository {

    /** The mails of a conversation that the requester has seen: theirs, and our answers. */
    private static final String THREAD = """
            SELECT message_id FROM (
                SELECT c.id AS at, c.message_id FROM comment c
                WHERE c.ticket_id = :ticket AND c.visibility = 'PUBLIC' AND c.message_id IS NOT NULL
                UNION ALL
                SELECT o.comment_id AS at, o.message_id FROM outgoing_mail o WHERE o.ticket_id = :ticket
            ) mails
            WHERE at < :before ORDER BY at
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** A row: how often it was tried, and whether it came to an end. */
    record Row(UUID id, String messageId, int attempts, boolean ended) {}

    /** Adds the mail of a comment to a person, unless it is there; the first Message-ID stays. */
    Row begin(UUID id, TicketId ticket, CommentId comment, UserId to, String messageId) {
        em.createNativeQuery("INSERT IGNORE INTO outgoing_mail (id, ticket_id, comment_id, user_id, message_id, state,"
                        + " created_at) VALUES (:id, :ticket, :comment, :user, :messageId, 'QUEUED', UTC_TIMESTAMP(6))")
                .setParameter("id", id.toString())
                .setParameter("ticket", ticket.value().toString())
                .setParameter("comment", comment.value().toString())
                .setParameter("user", to.value().toString())
                .setParameter("messageId", messageId)
                .executeUpdate();
        Object[] row = (Object[]) em.createNativeQuery("SELECT id, message_id, attempts, state FROM outgoing_mail"
                        + " WHERE comment_id = :comment AND user_id = :user FOR UPDATE")
                .setParameter("comment", comment.value().toString())
                .setParameter("user", to.value().toString())
                .getSingleResult();
        return new Row(
                Columns.uuid(row[0]),
                Columns.text(row[1]),
                (int) Columns.number(row[2]),
                !Columns.text(row[3]).equals("QUEUED"));
    }

    /** Counts an attempt before it is made, so that a crash counts. */
    void attempt(UUID id, int attempt) {
        em.createNativeQuery("UPDATE outgoing_mail SET attempts = :attempt WHERE id = :id")
                .setParameter("attempt", attempt)
                .setParameter("id", id.toString())
                .executeUpdate();
        em.createNativeQuery("INSERT INTO outgoing_mail_attempt (outgoing_mail_id, attempt, outcome, at)"
                        + " VALUES (:id, :attempt, 'BEGUN', UTC_TIMESTAMP(6))")
                .setParameter("id", id.toString())
                .setParameter("attempt", attempt)
                .executeUpdate();
    }

    /** Writes down how an attempt ended; {@code state} of null leaves the mail to be tried again. */
    void ended(UUID id, int attempt, String outcome, @Nullable String reply, @Nullable String state) {
        em.createNativeQuery("UPDATE outgoing_mail_attempt SET outcome = :outcome, reply = :reply"
                        + " WHERE outgoing_mail_id = :id AND attempt = :attempt")
                .setParameter("outcome", outcome)
                .setParameter("reply", reply)
                .setParameter("id", id.toString())
                .setParameter("attempt", attempt)
                .executeUpdate();
        if (state != null) {
            em.createNativeQuery("UPDATE outgoing_mail SET state = :state, ended_at = UTC_TIMESTAMP(6) WHERE id = :id")
                    .setParameter("state", state)
                    .setParameter("id", id.toString())
                    .executeUpdate();
        }
    }

    /** Message-IDs of the conversation before a comment, oldest first. */
    List<String> thread(TicketId ticket, CommentId before) {
        List<?> rows = em.createNativeQuery(THREAD)
                .setParameter("ticket", ticket.value().toString())
                .setParameter("before", before.value().toString())
                .getResultList();
        return rows.stream().map(Columns::text).toList();
    }
}
