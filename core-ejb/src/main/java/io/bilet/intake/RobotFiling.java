package io.bilet.intake;

import io.bilet.flow.MailFlow;
import io.bilet.flow.NewComment;
import io.bilet.intake.robot.Bounce;
import io.bilet.mail.ThreadTokens.Claim;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notes what machines wrote. It opens and reopens nothing, but for one case: an answer of ours that will never arrive
 * is told to the one who wrote it.
 */
@ApplicationScoped
public class RobotFiling {

    @Inject
    private ThreadMatcher matcher;

    @Inject
    private TicketRepository tickets;

    @Inject
    private MailFlow flow;

    FilingResult record(InboundClaim claim, Reading reading) {
        Optional<Ticket> ticket = matcher.answered(reading.mail(), claim.envelope());
        return FilingResult.recorded(
                reading.rule(),
                ticket.map(Ticket::id).orElse(null),
                ticket.map(known -> note(known, reading)).orElse(null));
    }

    FilingResult bounce(InboundClaim claim, Reading reading) {
        Bounce bounce = Objects.requireNonNull(reading.verdict().bounce());
        Optional<Claim> undelivered = matcher.undelivered(bounce.originalMessageId());
        if (undelivered.isEmpty()) {
            return record(claim, reading);
        }
        TicketId id = undelivered.get().ticket();
        CommentId noted = note(tickets.get(id), reading);
        if (bounce.isHard()) {
            flow.deliveryFailed(id, undelivered.get().comment(), reason(bounce));
        }
        return FilingResult.recorded(reading.rule(), id, noted);
    }

    /** For agents only: what servers report names addresses and machines. A closed ticket keeps nothing more. */
    private @Nullable CommentId note(Ticket ticket, Reading reading) {
        if (ticket.status() == TicketStatus.CLOSED) {
            return null;
        }
        var comment = new NewComment(
                reading.said(), Visibility.INTERNAL, List.of(), reading.mail().files(), reading.commentMail());
        return flow.record(ticket.id(), null, comment).comment().id();
    }

    private static String reason(Bounce bounce) {
        return bounce.recipients().stream()
                .filter(recipient -> recipient.hard() && recipient.status() != null)
                .map(recipient -> "status " + recipient.status())
                .findFirst()
                .orElse("the address does not exist");
    }
}
