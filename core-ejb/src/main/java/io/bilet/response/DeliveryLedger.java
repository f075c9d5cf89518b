package io.bilet.response;

import io.bilet.flow.MailFlow;
import io.bilet.ticket.AttachmentRepository;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.CommentQueries;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Keeps account of mails that leave; each method is one short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryLedger {

    @Inject
    private OutgoingMailRepository mails;

    @Inject
    private TicketRepository tickets;

    @Inject
    private CommentQueries comments;

    @Inject
    private AttachmentRepository attachments;

    @Inject
    private Draft draft;

    @Inject
    private MailFlow flow;

    /**
     * Makes the mail of a comment ready for one more attempt; empty if there is nothing to send or it has left
     * already.
     */
    public Optional<Delivery> begin(CommentId id) {
        Comment comment = comments.get(id);
        Ticket ticket = tickets.get(comment.ticketId());
        var files = attachments.of(ticket.id(), java.util.List.of(id));
        return draft.of(ticket, comment, files).flatMap(this::counted);
    }

    private Optional<Delivery> counted(Delivery delivery) {
        OutgoingMail mail = delivery.mail();
        OutgoingMailRepository.Row row = mails.begin(
                mail.id(),
                delivery.ticket(),
                delivery.comment(),
                delivery.recipient(),
                mail.threading().messageId());
        if (row.ended()) {
            return Optional.empty();
        }
        int attempt = row.attempts() + 1;
        mails.attempt(row.id(), attempt);
        return Optional.of(delivery.as(row, attempt));
    }

    public void sent(Delivery delivery) {
        mails.ended(delivery.mail().id(), delivery.attempt(), "SENT", null, "SENT");
    }

    public void delayed(Delivery delivery, String reply) {
        mails.ended(delivery.mail().id(), delivery.attempt(), "DELAYED", reply, null);
    }

    /** The answer will never arrive: told on the ticket, in the same transaction. */
    public void refused(Delivery delivery, String reply) {
        mails.ended(delivery.mail().id(), delivery.attempt(), "REFUSED", reply, "FAILED");
        flow.deliveryFailed(delivery.ticket(), delivery.comment(), reply);
    }

    /** Nobody could be found to take the answer for days: told on the ticket. */
    public void givenUp(CommentId id) {
        Comment comment = comments.get(id);
        flow.deliveryFailed(comment.ticketId(), id, "No mail server took the answer for five days.");
    }
}
