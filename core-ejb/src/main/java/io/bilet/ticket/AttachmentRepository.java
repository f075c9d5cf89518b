package io.bilet.ticket;

import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Stores what is known of files; their bytes lie in the blob store. */
@ApplicationScoped
public class AttachmentRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    public void add(Attachment attachment) {
        em.persist(attachment);
    }

    /**
     * Reads what is known of a file.
     *
     * @throws NotFound if there is none
     */
    public Attachment get(AttachmentId id) {
        Attachment attachment = em.find(Attachment.class, id.value());
        if (attachment == null) {
            throw new NotFound("attachment");
        }
        return attachment;
    }

    /**
     * Makes uploads part of a comment. An upload is used once, by the person who made it.
     *
     * @throws InvalidInput naming the id that is unknown, somebody else's or used already; all three read the same
     */
    public void claim(List<AttachmentId> uploads, UserId uploader, Comment comment) {
        for (int i = 0; i < uploads.size(); i++) {
            int claimed = em.createQuery("UPDATE Attachment a SET a.ticketId = :ticket, a.commentId = :comment"
                            + " WHERE a.id = :id AND a.uploadedById = :uploader AND a.commentId IS NULL")
                    .setParameter("ticket", comment.ticketId().value())
                    .setParameter("comment", comment.id().value())
                    .setParameter("id", uploads.get(i).value())
                    .setParameter("uploader", uploader.value())
                    .executeUpdate();
            if (claimed != 1) {
                throw InvalidInput.unknownReference("/attachment_ids/" + i);
            }
        }
    }

    /** The files of the given comments of one ticket, in one statement, oldest first. */
    public List<Attachment> of(TicketId ticket, Collection<CommentId> comments) {
        if (comments.isEmpty()) {
            return new ArrayList<>();
        }
        return em.createQuery(
                        "SELECT a FROM Attachment a WHERE a.ticketId = :ticket AND a.commentId IN :comments ORDER BY a.id",
                        Attachment.class)
                .setParameter("ticket", ticket.value())
                .setParameter(
                        "comments", comments.stream().map(CommentId::value).toList())
                .getResultList();
    }
}
