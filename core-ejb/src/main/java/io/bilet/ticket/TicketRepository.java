package io.bilet.ticket;

import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.typed.IndexedValueRepository;
import io.bilet.platform.typed.TypedValues;
import io.bilet.platform.typed.ValueTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;

/** Stores tickets and what belongs to them. */
@ApplicationScoped
public class TicketRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    @Inject
    private IndexedValueRepository values;

    /**
     * Reads a ticket.
     *
     * @throws NotFound if there is none
     */
    public Ticket get(TicketId id) {
        return find(id).orElseThrow(() -> new NotFound("ticket"));
    }

    public Optional<Ticket> find(TicketId id) {
        return EntityQueries.find(em, Ticket.class, id.value());
    }

    /**
     * Reads a ticket to change it: whoever else wants to waits until this transaction ends, so that changes of one
     * ticket follow one another.
     *
     * @throws NotFound if there is none
     */
    public Ticket lock(TicketId id) {
        return EntityQueries.lock(em, Ticket.class, id.value()).orElseThrow(() -> new NotFound("ticket"));
    }

    public Ticket add(Ticket ticket) {
        em.persist(ticket);
        return ticket;
    }

    public void add(Comment comment) {
        em.persist(comment);
    }

    public void add(Attachment attachment) {
        em.persist(attachment);
    }

    /** Writes what was changed so far, so that later statements see it. */
    public void flush() {
        em.flush();
    }

    /** Writes what was changed and lets go of it, or a long transaction looks at it again before every statement. */
    public void letGo() {
        em.flush();
        em.clear();
    }

    /** Makes the tags searchable; they are kept with the ticket itself. */
    public void indexTags(TicketId ticket, SortedSet<String> tags) {
        em.createNativeQuery("DELETE FROM ticket_tag WHERE ticket_id = :ticket")
                .setParameter("ticket", ticket.value().toString())
                .executeUpdate();
        insertTags(ticket, tags);
    }

    /** As {@link #indexTags}, for a ticket that had none before. */
    public void insertTags(TicketId ticket, SortedSet<String> tags) {
        if (tags.isEmpty()) {
            return;
        }
        Query insert = em.createNativeQuery("INSERT INTO ticket_tag (ticket_id, tag) VALUES "
                + String.join(", ", Collections.nCopies(tags.size(), "(?, ?)")));
        int position = 1;
        for (String tag : tags) {
            insert.setParameter(position++, ticket.value().toString());
            insert.setParameter(position++, tag);
        }
        insert.executeUpdate();
    }

    /** Makes the custom fields searchable; they are kept with the ticket itself. */
    public void indexCustomFields(TicketId ticket, TypedValues customFields) {
        values.replace(ValueTable.OF_TICKETS, ticket.value(), customFields.indexed());
    }

    /** As {@link #indexCustomFields}, for a ticket that had none before; without any it costs nothing. */
    public void insertCustomFields(TicketId ticket, TypedValues customFields) {
        values.insert(ValueTable.OF_TICKETS, ticket.value(), customFields.indexed());
    }
}
