package io.bilet.sla;

import static io.bilet.testing.TestDatabase.inNewTransaction;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.audit.AuditEntry;
import io.bilet.audit.AuditQueries;
import io.bilet.automation.action.ActionLanguage;
import io.bilet.brand.BrandId;
import io.bilet.condition.ConditionReader;
import io.bilet.condition.FieldRegistry;
import io.bilet.flow.Answer;
import io.bilet.flow.Assignment;
import io.bilet.flow.MailFlow;
import io.bilet.flow.NewComment;
import io.bilet.flow.OpenTicket;
import io.bilet.flow.RequesterMessage;
import io.bilet.flow.RequesterRef;
import io.bilet.flow.TicketDraft;
import io.bilet.flow.TicketFlow;
import io.bilet.people.EmailAddress;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.UserRepository;
import io.bilet.platform.outbox.Subscriber;
import io.bilet.platform.typed.TypedValues;
import io.bilet.testing.Beans;
import io.bilet.testing.Instances;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Description;
import io.bilet.ticket.EventFields;
import io.bilet.ticket.Opening;
import io.bilet.ticket.Snooze;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFields;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A desk on the test database whose clock the test turns. */
public final class SlaDesk {

    private final TurnedClock clock;
    private final Beans beans;

    public SlaDesk(Instant now) {
        clock = new TurnedClock(now);
        beans = new Beans()
                .with(Instance.class, new Instances<>(List.of()))
                .with(
                        ConditionReader.class,
                        new ConditionReader(new FieldRegistry(List.of(new TicketFields(), new EventFields()))))
                .with(clock);
        ActionLanguage.spokenBy(beans);
    }

    /** Has somebody hear of what happens to tickets. */
    public <T extends Subscriber> SlaDesk heardBy(Class<T> type, T subscriber) {
        beans.with(type, subscriber);
        return this;
    }

    /** The beans behind it, as one node has them. */
    public Beans node() {
        return beans;
    }

    public <T> T bean(Class<T> type) {
        return beans.get(type);
    }

    public void turnTo(Instant now) {
        clock.now = now;
    }

    public void turnBy(Duration ahead) {
        clock.now = clock.now.plus(ahead);
    }

    public TicketId opened(TicketPriority priority) {
        return opened("Printer on fire", priority);
    }

    public TicketId opened(String subject, TicketPriority priority) {
        return opened(subject, priority, Channel.EMAIL);
    }

    public TicketId opened(String subject, TicketPriority priority, Channel channel) {
        EmailAddress ada = EmailAddress.parse("ada@" + UUID.randomUUID() + ".example", "/email");
        var draft = new TicketDraft(
                subject, channel, priority, null, new TreeSet<>(), null, null, null, null, TypedValues.NONE);
        var request = new OpenTicket(
                new RequesterRef.ByAddress(ada, "Ada", null), draft, NewComment.of("Help!", Visibility.PUBLIC), null);
        return bean(MailFlow.class).open(request).ticket().id();
    }

    /** A ticket that has begun but is in no table. */
    public Ticket notYetStored() {
        var opening = new Opening(
                TicketId.next(),
                "Printer on fire",
                UserId.next(),
                null,
                BrandId.next(),
                Channel.EMAIL,
                AuthorRole.REQUESTER,
                TicketPriority.NORMAL,
                null,
                null,
                null,
                null);
        return Ticket.open(opening, clock.now);
    }

    public void answered(TicketId ticket, TicketStatus status) {
        var comment = NewComment.of("Please step away from the printer.", Visibility.PUBLIC);
        bean(TicketFlow.class).answer(admin(), new Answer(ticket, Optional.empty(), comment, Optional.of(status)));
    }

    public void asked(TicketId ticket) {
        UserId requester = ticket(ticket).origin().requester();
        var comment = NewComment.of("It burns again.", Visibility.PUBLIC);
        bean(MailFlow.class).receive(new RequesterMessage(ticket, requester, "Re: Printer on fire", comment, true));
    }

    public void raised(TicketId ticket, TicketPriority priority) {
        described(ticket, as -> as.withPriority(priority));
    }

    public void described(TicketId ticket, UnaryOperator<Description> change) {
        bean(TicketFlow.class).describe(admin(), ticket, Optional.empty(), change);
    }

    public void given(TicketId ticket, GroupId group, UserId agent) {
        var order = new Assignment(Optional.of(group), Optional.of(agent));
        bean(TicketFlow.class).assign(admin(), ticket, Optional.empty(), order);
    }

    public void moved(TicketId ticket, GroupId group) {
        var order = new Assignment(Optional.of(group), Optional.empty());
        bean(TicketFlow.class).assign(admin(), ticket, Optional.empty(), order);
    }

    public void snoozed(TicketId ticket, Snooze snooze) {
        bean(TicketFlow.class).snooze(admin(), ticket, Optional.empty(), snooze);
    }

    public Ticket ticket(TicketId ticket) {
        return inNewTransaction(() -> bean(TicketRepository.class).get(ticket));
    }

    public List<SlaClock> clocks(TicketId ticket) {
        return inNewTransaction(() -> bean(SlaClockRepository.class).of(ticket));
    }

    public List<ClockEventRow> ledger(TicketId ticket) {
        return inNewTransaction(() -> bean(SlaClockQueries.class).ledger(ticket, 0, 1_000));
    }

    public List<AuditEntry> record(TicketId ticket) {
        return inNewTransaction(() -> bean(AuditQueries.class).of(ticket, 0, 1_000));
    }

    private Caller admin() {
        UserId id = UserId.next();
        var profile = new UserProfile("Mira", Role.ADMIN, null, null, null, null, new TreeSet<>(), true, null);
        inNewTransaction(() -> {
            bean(UserRepository.class).add(new User(id, profile, clock.now));
            return null;
        });
        return new Caller(id, Role.ADMIN, RolePermissions.of(Role.ADMIN), Set.of(), Set.of(), null, "test", null);
    }

    private static final class TurnedClock extends Clock {

        private volatile Instant now;

        TurnedClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
