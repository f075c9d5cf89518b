package io.bilet.intake;

import io.bilet.flow.Filed;
import io.bilet.flow.MailFlow;
import io.bilet.flow.NewComment;
import io.bilet.flow.OpenTicket;
import io.bilet.flow.RequesterMessage;
import io.bilet.flow.RequesterRef;
import io.bilet.flow.TicketDraft;
import io.bilet.intake.ThreadMatcher.Sender;
import io.bilet.intake.reading.HeaderFields;
import io.bilet.intake.reading.IncomingMail;
import io.bilet.intake.reading.MailAddress;
import io.bilet.intake.robot.Robots;
import io.bilet.intake.robot.Verdict;
import io.bilet.mail.MailThreadRepository;
import io.bilet.mail.SupportAddress;
import io.bilet.mail.SupportAddresses;
import io.bilet.mail.ThreadTokens;
import io.bilet.people.EmailAddress;
import io.bilet.people.GroupId;
import io.bilet.people.Requester;
import io.bilet.people.RequesterRepository;
import io.bilet.people.UserId;
import io.bilet.platform.typed.TypedValues;
import io.bilet.platform.work.LeaseLost;
import io.bilet.routing.Staffing;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.Visibility;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns a read mail into what it becomes, in one transaction with its row. The transaction is its own, whoever asks:
 * what was filed stays filed even if the call that handed the mail over fails afterwards.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FilingIntake {

    @Inject
    private InboundMailRepository mails;

    @Inject
    private ThreadMatcher matcher;

    @Inject
    private MailFlow flow;

    @Inject
    private RobotFiling robots;

    @Inject
    private WrittenTo writtenTo;

    @Inject
    private RequesterRepository requesters;

    @Inject
    private MailThreadRepository threads;

    @Inject
    private SupportAddresses addresses;

    @Inject
    private ThreadTokens tokens;

    @Inject
    private Staffing staffing;

    @Inject
    private Clock clock;

    /** Judges whether a person wrote a mail; knows what is ours. */
    public Verdict judge(IncomingMail mail, Envelope envelope) {
        return new Robots(addresses::isOurs, this::isOurs).judge(mail, envelope.from());
    }

    private boolean isOurs(HeaderFields header) {
        return header.first("x-bilet-loop").filter(tokens::isOurLoopMark).isPresent();
    }

    /**
     * Files a mail and writes down what became of it.
     *
     * @throws LeaseLost if another node took the mail over meanwhile; nothing is kept then
     */
    public void file(InboundClaim claim, Reading reading) {
        FilingResult result =
                switch (reading.verdict().classification()) {
                    case MESSAGE -> message(claim, reading);
                    case BOUNCE -> robots.bounce(claim, reading);
                    case AUTOMATIC_REPLY, COMPLAINT, LIST, LOOP -> robots.record(claim, reading);
                };
        if (!mails.finish(claim, result, reading.glimpse())) {
            throw new LeaseLost("inbound mail");
        }
    }

    private FilingResult message(InboundClaim claim, Reading reading) {
        Optional<EmailAddress> from = Optional.ofNullable(reading.from()).flatMap(EmailAddress::find);
        if (from.isEmpty()) {
            return FilingResult.suspended("no_sender", "The mail does not name one usable sender.");
        }
        Optional<Requester> known = requesters.find(from.get());
        Optional<FilingResult> refusal = known.flatMap(sender -> refusal(sender, claim));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<SupportAddress> address = writtenTo.address(reading.mail(), claim);
        if (address.isPresent() && !address.get().profile().active() && !claim.wanted()) {
            return FilingResult.suspended("inactive_address", "The support address is switched off.");
        }
        Sender sender = new Sender(from.get(), known.map(Requester::id).orElse(null));
        Filed filed = matcher.match(reading.mail(), claim.envelope(), sender)
                .map(ticket -> receive(ticket, sender, reading))
                .orElseGet(() -> open(sender, reading, address.orElse(null)));
        address.ifPresent(to -> threads.begin(filed.ticket().id(), to.id()));
        threads.join(filed.ticket().id(), writtenTo.people(reading.mail(), from.get()));
        return FilingResult.filed(filed);
    }

    /** Whoever works here is recognised by more than a From header, which anybody can write. */
    private static Optional<FilingResult> refusal(Requester sender, InboundClaim claim) {
        if (sender.role().isStaff() && !claim.wanted()) {
            return Optional.of(FilingResult.suspended(
                    "unproved_agent",
                    "The sender's address is an agent's, and nothing proves that the agent wrote it."));
        }
        return sender.active()
                ? Optional.empty()
                : Optional.of(FilingResult.suspended("inactive_sender", "The sender's account is switched off."));
    }

    private Filed receive(Ticket ticket, Sender sender, Reading reading) {
        UserId author = sender.user() == null ? newcomer(sender, reading) : sender.user();
        NewComment comment = comment(reading);
        boolean needsReply = !ClosingThanks.isAll(comment.said().text(), comment.files());
        return flow.receive(new RequesterMessage(ticket.id(), author, reading.subject(), comment, needsReply));
    }

    private UserId newcomer(Sender sender, Reading reading) {
        return requesters
                .meet(sender.address(), name(reading.mail(), sender.address()), null, clock.instant())
                .id();
    }

    private Filed open(Sender sender, Reading reading, @Nullable SupportAddress address) {
        var draft = new TicketDraft(
                reading.subject(),
                Channel.EMAIL,
                TicketPriority.NORMAL,
                null,
                new TreeSet<>(),
                null,
                null,
                address == null ? null : address.profile().brand(),
                group(address),
                TypedValues.NONE);
        var requester = new RequesterRef.ByAddress(sender.address(), name(reading.mail(), sender.address()), null);
        String writtenTo = address == null ? null : address.profile().address().normalized();
        return flow.open(new OpenTicket(requester, draft, comment(reading), writtenTo));
    }

    /** The group the address starts with, unless it is gone: mail is not refused for that. */
    private @Nullable GroupId group(@Nullable SupportAddress address) {
        GroupId group = address == null ? null : address.profile().group();
        return group != null && staffing.present().team(group).isPresent() ? group : null;
    }

    private static NewComment comment(Reading reading) {
        return new NewComment(
                reading.said(), Visibility.PUBLIC, List.of(), reading.mail().files(), reading.commentMail());
    }

    private static String name(IncomingMail mail, EmailAddress address) {
        MailAddress from = mail.header().from();
        String given = from == null || from.name() == null ? "" : from.name();
        String local = address.text().substring(0, address.text().indexOf('@'));
        return Reading.cut(given.isBlank() ? local : given, 200);
    }
}
