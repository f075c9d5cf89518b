package io.bilet.response;

import io.bilet.brand.Brand;
import io.bilet.brand.BrandRepository;
import io.bilet.mail.HeaderValue;
import io.bilet.mail.MailChannel;
import io.bilet.mail.MailChannelRepository;
import io.bilet.mail.MailThreadRepository;
import io.bilet.mail.SupportAddress;
import io.bilet.mail.SupportAddressProfile;
import io.bilet.mail.SupportAddresses;
import io.bilet.mail.ThreadTokens;
import io.bilet.people.EmailAddress;
import io.bilet.people.Requester;
import io.bilet.people.RequesterRepository;
import io.bilet.platform.html.SafeHtml;
import io.bilet.platform.id.PublicId;
import io.bilet.ticket.Attachment;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Comment;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Decides what is written to whom: the sender, the words, and where the mail belongs. */
@ApplicationScoped
public class Draft {

    /** References beyond this are left out of the middle, as RFC 5322 §3.6.4 advises for long conversations. */
    private static final int REFERENCES_MAX = 30;

    @Inject
    private RequesterRepository requesters;

    @Inject
    private BrandRepository brands;

    @Inject
    private SupportAddresses addresses;

    @Inject
    private MailChannelRepository channels;

    @Inject
    private MailThreadRepository threads;

    @Inject
    private OutgoingMailRepository mails;

    @Inject
    private ThreadTokens tokens;

    /**
     * The mail that brings a comment to the requester; empty unless it is a public answer, by an agent or a rule, to a
     * known address.
     */
    Optional<Delivery> of(Ticket ticket, Comment comment, List<Attachment> files) {
        boolean answer = comment.visibility() == Visibility.PUBLIC
                && (comment.authorRole() == AuthorRole.AGENT || isByRule(comment));
        Requester requester = requesters.get(ticket.origin().requester());
        Optional<EmailAddress> to = Optional.ofNullable(requester.address()).flatMap(EmailAddress::find);
        if (!answer || to.isEmpty() || addresses.isOurs(to.get().normalized())) {
            return Optional.empty();
        }
        SupportAddressProfile from = sender(ticket).profile();
        Brand brand = brands.get(ticket.origin().brand());
        OutgoingMail mail = new OutgoingMail(
                PublicId.next(),
                new OutgoingMail.Sender(from.address(), senderName(from, brand), replyTo(from, ticket)),
                to.get(),
                subject(ticket, brand),
                body(comment, brand, files),
                threading(ticket, comment, from));
        return Optional.of(new Delivery(mail, channel(from), ticket.id(), comment.id(), requester.id(), 0));
    }

    /** What robots wrote to us came by mail. */
    private static boolean isByRule(Comment comment) {
        return comment.authorRole() == AuthorRole.SYSTEM && comment.channel() != Channel.EMAIL;
    }

    private SupportAddress sender(Ticket ticket) {
        return threads.supportAddress(ticket.id())
                .flatMap(addresses::find)
                .filter(address -> address.profile().active())
                .or(() -> addresses.defaultOf(ticket.origin().brand()))
                .orElseThrow(() -> new NoRoute("There is no support address to write from."));
    }

    private MailChannel channel(SupportAddressProfile from) {
        return Optional.ofNullable(from.channel())
                .flatMap(channels::find)
                .filter(MailChannel::isActive)
                .or(() -> channels.active().stream().findFirst())
                .orElseThrow(() -> new NoRoute("There is no mail channel to send through."));
    }

    private static HeaderValue senderName(SupportAddressProfile from, Brand brand) {
        return HeaderValue.cleaned(from.name() == null ? brand.profile().name() : from.name());
    }

    private Optional<String> replyTo(SupportAddressProfile from, Ticket ticket) {
        return from.signedReplyTo()
                ? tokens.replyAddress(
                        from.address(), ticket.id(), ticket.origin().requester())
                : Optional.empty();
    }

    private static HeaderValue subject(Ticket ticket, Brand brand) {
        String subject = ticket.description().subject();
        String answer = subject.regionMatches(true, 0, "re:", 0, 3) ? subject : "Re: " + subject;
        return HeaderValue.cleaned(
                brand.profile().showTicketNumber() ? answer + " [#" + ticket.number() + "]" : answer);
    }

    private static OutgoingMail.Body body(Comment comment, Brand brand, List<Attachment> files) {
        String signature = brand.profile().signature();
        String text = comment.said().text();
        String html = comment.said().html();
        String shown = html == null ? "<p>" + SafeHtml.asHtml(text) + "</p>" : SafeHtml.of(html);
        String signed = signature == null ? text : text + "\n\n-- \n" + signature;
        String signedHtml = signature == null ? shown : shown + "<p>" + SafeHtml.asHtml(signature) + "</p>";
        return new OutgoingMail.Body(
                signed, signedHtml, files.stream().map(Attachment::file).toList());
    }

    private OutgoingMail.Threading threading(Ticket ticket, Comment comment, SupportAddressProfile from) {
        String messageId = tokens.messageId(
                ticket.id(),
                comment.id(),
                ticket.origin().requester(),
                from.address().domain().ascii());
        List<String> thread = mails.thread(ticket.id(), comment.id());
        return new OutgoingMail.Threading(
                messageId, shortened(thread), tokens.loopMark(ticket.id()), comment.createdAt(), isByRule(comment));
    }

    private static List<String> shortened(List<String> thread) {
        if (thread.size() <= REFERENCES_MAX) {
            return thread;
        }
        List<String> kept =
                new java.util.ArrayList<>(thread.subList(thread.size() - REFERENCES_MAX + 1, thread.size()));
        kept.add(0, thread.get(0));
        return kept;
    }
}
