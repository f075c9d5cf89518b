package io.bilet.intake;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.brand.BrandRepository;
import io.bilet.flow.Answer;
import io.bilet.flow.NewComment;
import io.bilet.flow.TicketFlow;
import io.bilet.mail.SupportAddress;
import io.bilet.mail.SupportAddressAdmin;
import io.bilet.mail.SupportAddressProfile;
import io.bilet.mail.ThreadTokens;
import io.bilet.people.EmailAddress;
import io.bilet.people.Identity;
import io.bilet.people.IdentityId;
import io.bilet.people.Role;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.UserRepository;
import io.bilet.platform.blob.BlobStore;
import io.bilet.testing.Beans;
import io.bilet.testing.Instances;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.CommentQueries;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import jakarta.enterprise.inject.Instance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A help desk with one support address, for tests of what mail does. */
public final class Desk {

    public static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    public final String domain = UUID.randomUUID() + ".example";
    public final String support = "support@" + domain;
    public final String customer = "ada@customer-" + domain;
    public final Beans beans;
    public final MailIntake intake;
    public final SupportAddress address;

    public Desk(Path files) {
        beans = new Beans()
                .with(Instance.class, new Instances<>(List.of()))
                .with(BlobStore.class, new BlobStore(files.toString()))
                .with(java.time.Clock.fixed(MONDAY_NINE, ZoneOffset.UTC));
        address = inNewTransaction(() -> beans.get(SupportAddressAdmin.class).create(profile()));
        intake = beans.get(MailIntake.class);
    }

    private SupportAddressProfile profile() {
        return new SupportAddressProfile(
                EmailAddress.parse(support, "/address"),
                "Support",
                beans.get(BrandRepository.class).theDefault().id(),
                null,
                null,
                false,
                true,
                true);
    }

    /** Takes one mail in, as an HTTP relay hands it over; placeholders are filled. */
    public InboundMail receives(String mail) {
        return receives(mail, Envelope.UNKNOWN);
    }

    public InboundMail receives(String mail, Envelope envelope) {
        return intake.file(accepts(mail, envelope).id());
    }

    public InboundLedger.Receipt accepts(String mail, Envelope envelope) {
        String filled = mail.replace("{support}", support)
                .replace("{customer}", customer)
                .replace("{domain}", domain);
        try {
            return intake.accept(
                    new ByteArrayInputStream(filled.replace("\n", "\r\n").getBytes(UTF_8)), envelope, MailIntake.HTTP);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public Ticket ticket(InboundMail mail) {
        return ticket(mail.ticket().orElseThrow());
    }

    public Ticket ticket(TicketId id) {
        return inNewTransaction(() -> beans.get(TicketRepository.class).get(id));
    }

    public List<Comment> comments(TicketId id) {
        return inNewTransaction(() -> beans.get(CommentQueries.class).of(id, Optional.empty(), true, 100));
    }

    private ThreadTokens tokens() {
        return beans.get(ThreadTokens.class);
    }

    /** An agent answers in public and submits the ticket with that status. */
    public CommentId answers(TicketId ticket, TicketStatus status) {
        var answer = new Answer(
                ticket,
                Optional.empty(),
                NewComment.of("Have you tried water?", Visibility.PUBLIC),
                Optional.of(status));
        return beans.get(TicketFlow.class)
                .answer(user(Role.ADMIN, "mira@desk-" + UUID.randomUUID() + ".example"), answer)
                .comment()
                .id();
    }

    /** The Message-ID of the mail that brings a comment to the requester. */
    public String sentId(TicketId ticket, CommentId comment) {
        return inNewTransaction(() -> tokens().messageId(ticket, comment, requester(ticket), domain));
    }

    /** The signed address to which the requester may answer. */
    public String replyAddress(TicketId ticket) {
        return inNewTransaction(() -> tokens().replyAddress(address.profile().address(), ticket, requester(ticket))
                .orElseThrow());
    }

    public String loopMark(TicketId ticket) {
        return inNewTransaction(() -> tokens().loopMark(ticket));
    }

    private UserId requester(TicketId ticket) {
        return beans.get(TicketRepository.class).get(ticket).origin().requester();
    }

    public Caller user(Role role, String email) {
        UserId id = UserId.next();
        inNewTransaction(() -> {
            UserRepository users = beans.get(UserRepository.class);
            var profile = new UserProfile("Mira", role, null, null, null, null, new TreeSet<>(), true, null);
            users.add(new User(id, profile, MONDAY_NINE));
            users.flush();
            var key = EmailAddress.parse(email, "/value").key();
            users.add(new Identity(IdentityId.next(), id, key, MONDAY_NINE));
            return null;
        });
        return new Caller(id, role, RolePermissions.of(role), Set.of(), Set.of(), null, "test", null);
    }
}
