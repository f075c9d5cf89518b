package io.bilet.mail;

import io.bilet.people.EmailAddress;
import io.bilet.platform.database.Columns;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What mail knows of a ticket: to which of our addresses it was written, and who takes part. */
@ApplicationScoped
public class MailThreadRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** Notes to which of our addresses a ticket was first written. */
    public void begin(TicketId ticket, SupportAddressId address) {
        em.createNativeQuery(
                        "INSERT IGNORE INTO mail_thread (ticket_id, support_address_id) VALUES (:ticket, :address)")
                .setParameter("ticket", ticket.value().toString())
                .setParameter("address", address.value().toString())
                .executeUpdate();
    }

    /** To which of our addresses the ticket was first written; empty for tickets that did not begin by mail. */
    public Optional<SupportAddressId> supportAddress(TicketId ticket) {
        List<?> rows = em.createNativeQuery("SELECT support_address_id FROM mail_thread WHERE ticket_id = :ticket")
                .setParameter("ticket", ticket.value().toString())
                .getResultList();
        return rows.stream().findFirst().map(Columns::uuid).map(SupportAddressId::new);
    }

    /** Notes who wrote, or was written to beside us; they may answer from then on, and see nothing by it. */
    public void join(TicketId ticket, Collection<EmailAddress> people) {
        if (people.isEmpty()) {
            return;
        }
        Query insert =
                em.createNativeQuery("INSERT IGNORE INTO mail_participant (ticket_id, normalized, joined_at) VALUES "
                        + String.join(", ", Collections.nCopies(people.size(), "(?, ?, UTC_TIMESTAMP(6))")));
        int position = 1;
        for (EmailAddress person : people) {
            insert.setParameter(position++, ticket.value().toString());
            insert.setParameter(position++, person.normalized());
        }
        insert.executeUpdate();
    }

    public boolean takesPart(TicketId ticket, EmailAddress person) {
        return !em.createNativeQuery(
                        "SELECT 1 FROM mail_participant WHERE ticket_id = :ticket AND normalized = :normalized")
                .setParameter("ticket", ticket.value().toString())
                .setParameter("normalized", person.normalized())
                .getResultList()
                .isEmpty();
    }
}
