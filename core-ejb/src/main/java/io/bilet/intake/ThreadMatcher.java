package io.bilet.intake;

import io.bilet.intake.reading.HeaderFields;
import io.bilet.intake.reading.IncomingMail;
import io.bilet.intake.reading.MailAddress;
import io.bilet.intake.reading.TopHeader;
import io.bilet.mail.MailThreadRepository;
import io.bilet.mail.SupportAddresses;
import io.bilet.mail.ThreadTokens;
import io.bilet.mail.ThreadTokens.Claim;
import io.bilet.people.EmailAddress;
import io.bilet.people.UserId;
import io.bilet.platform.blob.Sha256;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ticket a mail belongs to: by the signed address it was sent to, else by the mails it answers, ours by their
 * signed ids, others by those we stored. The subject finds nothing.
 *
 * <p>An id alone opens no ticket: the sender must take part already. A stranger who holds one starts a ticket of
 * their own.
 */
@ApplicationScoped
public class ThreadMatcher {

    @Inject
    private ThreadTokens tokens;

    @Inject
    private SupportAddresses addresses;

    @Inject
    private MailThreadRepository threads;

    @Inject
    private InboundMailRepository mails;

    @Inject
    private TicketRepository tickets;

    /** Who wrote, as far as Bilet knows them. */
    record Sender(EmailAddress address, @Nullable UserId user) {}

    /** The ticket on which the sender may go on writing. */
    Optional<Ticket> match(IncomingMail mail, Envelope envelope, Sender sender) {
        Set<TicketId> candidates = new LinkedHashSet<>();
        for (Claim claim : claims(mail, envelope)) {
            genuine(claim).map(Ticket::id).ifPresent(candidates::add);
        }
        candidates.addAll(mails.ticketsOf(storedKeys(mail)));
        return candidates.stream()
                .map(tickets::find)
                .flatMap(Optional::stream)
                .filter(ticket -> takesPart(ticket, sender))
                .findFirst();
    }

    /** The ticket whose mail a machine answers; machines answer for people who may not write themselves. */
    Optional<Ticket> answered(IncomingMail mail, Envelope envelope) {
        return claims(mail, envelope).stream()
                .map(this::genuine)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The mail of ours that a failure is about, if it is one of ours. */
    Optional<Claim> undelivered(@Nullable String originalMessageId) {
        return Optional.ofNullable(originalMessageId)
                .flatMap(tokens::readMessageId)
                .filter(claim -> genuine(claim).isPresent());
    }

    private boolean takesPart(Ticket ticket, Sender sender) {
        return ticket.origin().requester().equals(sender.user()) || threads.takesPart(ticket.id(), sender.address());
    }

    private Optional<Ticket> genuine(Claim claim) {
        return tickets.find(claim.ticket())
                .filter(ticket -> tokens.isGenuine(claim, ticket.origin().requester()));
    }

    private List<Claim> claims(IncomingMail mail, Envelope envelope) {
        List<Claim> claims = new ArrayList<>();
        for (String address : writtenTo(mail, envelope)) {
            if (addresses.isOurs(address)) {
                tokens.readReplyAddress(address).ifPresent(claims::add);
            }
        }
        mail.header().threading().references().forEach(id -> tokens.readMessageId(id)
                .ifPresent(claims::add));
        return claims;
    }

    /**
     * The mails it answers, and itself: the same id with other content is the same mail over another way, or a
     * forgery.
     */
    private static List<Sha256> storedKeys(IncomingMail mail) {
        Set<String> ids = new LinkedHashSet<>(mail.header().threading().references());
        if (mail.header().threading().messageId() != null) {
            ids.add(mail.header().threading().messageId());
        }
        return ids.stream().map(TopHeader::key).toList();
    }

    /** Every address the mail went to, as envelope and headers tell. */
    static List<String> writtenTo(IncomingMail mail, Envelope envelope) {
        List<String> found = new ArrayList<>(envelope.to());
        HeaderFields fields = mail.header().fields();
        for (String name : List.of("delivered-to", "x-original-to", "x-forwarded-to", "envelope-to")) {
            fields.all(name).forEach(value -> found.add(value.replaceAll("[<>\\s]", "")));
        }
        mail.header().recipients().to().stream().map(MailAddress::address).forEach(found::add);
        mail.header().recipients().cc().stream().map(MailAddress::address).forEach(found::add);
        return found;
    }
}
