package io.bilet.ticket;

import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what was said on a ticket. */
@ApplicationScoped
public class CommentQueries {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * Up to {@code limit} comments, oldest first.
     *
     * @param after the comment to continue after
     * @param internalToo whether the reader may see internal notes
     */
    public List<Comment> of(TicketId ticket, Optional<CommentId> after, boolean internalToo, int limit) {
        return em.createQuery(
                        "SELECT c FROM Comment c WHERE c.ticketId = :ticket AND c.id > :after"
                                + (internalToo ? "" : " AND c.visibility = io.bilet.ticket.Visibility.PUBLIC")
                                + " ORDER BY c.id",
                        Comment.class)
                .setParameter("ticket", ticket.value())
                .setParameter("after", after.map(CommentId::value).orElse(BEFORE_ALL))
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Reads one comment.
     *
     * @throws NotFound if there is none
     */
    public Comment get(CommentId id) {
        return find(id).orElseThrow(() -> new NotFound("comment"));
    }

    public Optional<Comment> find(CommentId id) {
        return EntityQueries.find(em, Comment.class, id.value());
    }
}
