package io.bilet.ticket;

import io.bilet.people.UserId;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
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
        return EntityQueries.find(em, Attachment.class, id.value()).orElseThrow(() -> new NotFound("attachment"));
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

    /**
     * The files of a page of comments, in one statement, oldest first.
     *
     * @param comments a run of one ticket's comments, in the order of their ids
     */
    public List<Attachment> of(TicketId ticket, List<CommentId> comments) {
        if (comments.isEmpty()) {
            return new ArrayList<>();
        }
        // A range and not a list: the statement is the same for every page, so that it is prepared once.
        return em.createQuery(
                        "SELECT a FROM Attachment a WHERE a.ticketId = :ticket"
                                + " AND a.commentId BETWEEN :first AND :last ORDER BY a.id",
                        Attachment.class)
                .setParameter("ticket", ticket.value())
                .setParameter("first", comments.get(0).value())
                .setParameter("last", comments.get(comments.size() - 1).value())
                .getResultList();
    }
}
