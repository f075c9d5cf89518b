package io.bilet.ticket;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.json.Wire;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A request for help, from the first message to the archive.
 *
 * <p>A ticket starts {@code NEW} and becomes {@code OPEN} when an agent first holds it. Agents move it along
 * {@link TicketStatus#next()}; the requester moves it only by writing: a public comment that asks for an answer puts a
 * waiting or solved ticket back to {@code OPEN}, and back into the inbox if it had been archived. Once {@code CLOSED},
 * nothing but its tags changes; what the requester writes then starts a follow-up ticket.
 *
 * <p>Everything that happens is collected as {@link Happenings} for whoever must follow. Comments are stored beside the
 * ticket, not inside it, because a ticket may have thousands; the ticket still decides what a comment does to it.
 */
@Entity
@DynamicUpdate // most changes touch three columns of forty
@Table(name = "ticket")
public class Ticket {

    @Id
    private UUID id;

    /** The number people say aloud; counts up from 1 and is never reused. */
    @Generated(event = EventType.INSERT)
    @Column(nullable = false, insertable = false, updatable = false, unique = true)
    private long number;

    @Embedded
    private Description description;

    @Embedded
    private Origin origin;

    @Embedded
    private Standing standing = new Standing();

    @Embedded
    private Ownership ownership = new Ownership();

    @Embedded
    private Demand demand = new Demand();

    @Embedded
    private Timeline timeline;

    @Embedded
    @OptimisticLock(excluded = true)
    private Due due = Due.none("not_started");

    @Embedded
    @OptimisticLock(excluded = true)
    private Expectation expectation = new Expectation();

    @Embedded
    @OptimisticLock(excluded = true)
    private Snoozing snoozing = new Snoozing();

    @Embedded
    @OptimisticLock(excluded = true)
    private Happenings happenings = new Happenings();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Ticket() {} // for JPA

    private Ticket(Opening opening, Instant now) {
        id = opening.id().value();
        description = new Description(opening);
        origin = new Origin(opening);
        timeline = new Timeline(now);
        happenings.add(new TicketEvent.Opened(opening.channel(), opening.openedBy()));
    }

    public static Ticket open(Opening opening, Instant now) {
        return new Ticket(opening, now);
    }

    /**
     * Lets a comment act on the ticket. What the requester says in public and wants answered reopens it.
     *
     * @throws TicketClosed if the ticket is closed
     */
    public void comment(Comment comment, boolean needsReply, Instant now) {
        standing.requireNotClosed(number);
        timeline.commentedAt(now);
        var added = new TicketEvent.CommentAdded(comment.id(), comment.authorRole(), comment.visibility(), needsReply);
        happenings.said(comment, added);
        if (added.asksForReply()) {
            reopen(now);
        }
    }

    private void reopen(Instant now) {
        if (standing.isPutAway()) {
            putInto(Folder.INBOX, now);
        }
        if (standing.isResting()) {
            moveTo(TicketStatus.OPEN, now);
        }
    }

    /**
     * Moves the ticket to {@code next}; asking for the present status changes nothing.
     *
     * @throws TicketClosed if the ticket is closed
     * @throws StatusMoveNotAllowed if {@link TicketStatus#next()} does not list {@code next}
     */
    public void moveTo(TicketStatus next, Instant now) {
        standing.requireNotClosed(number);
        TicketStatus before = status();
        if (next == before) {
            return;
        }
        standing.moveTo(next);
        ownership.movedTo(next);
        happenings.add(new TicketEvent.StatusChanged(before, next));
        if (next == TicketStatus.SOLVED) {
            timeline.solved(now);
        } else {
            timeline.closesAt(null);
        }
        timeline.touch(now);
    }

    /** Gives the ticket to {@code agent}; a new ticket opens by that. Naming the present owner changes nothing. */
    public void assign(UserId agent, Instant now) {
        standing.requireNotClosed(number);
        Optional<UserId> before = ownership.assignee();
        if (before.isPresent() && before.get().equals(agent)) {
            return;
        }
        new OfferKeeper(this, now).withdraw();
        ownership.assign(agent, now);
        happenings.add(new TicketEvent.Assigned(before.map(UserId::toString).orElse(null), agent.toString()));
        timeline.touch(now);
        if (status() == TicketStatus.NEW) {
            moveTo(TicketStatus.OPEN, now);
        }
    }

    /** Takes the ticket from its owner, if any, and says why nobody owns it. */
    public void unassign(UnassignedReason reason, Instant now) {
        Optional<UserId> before = ownership.assignee();
        ownership.unassign(reason, now);
        if (before.isPresent()) {
            happenings.add(new TicketEvent.Assigned(before.map(UserId::toString).orElse(null), null));
            timeline.touch(now);
        }
    }

    public void moveToGroup(@Nullable GroupId group, int tier, Instant now) {
        standing.requireNotClosed(number);
        change(
                "group_id",
                ownership.group().map(GroupId::toString).orElse(null),
                group == null ? null : group.toString(),
                now);
        change("tier", Integer.toString(ownership.tier()), Integer.toString(tier), now);
        ownership.moveToGroup(group, tier, timeline.createdAt(), now);
    }

    public void putInto(Folder next, Instant now) {
        standing.requireNotClosed(number);
        change("folder", Wire.of(folder()), Wire.of(next), now);
        standing.putInto(next);
    }

    /**
     * Describes the ticket anew; what does not differ changes nothing.
     *
     * @throws TicketClosed if the ticket is closed and more than its tags would change
     */
    public void describe(Description next, Instant now) {
        var changes = description.changesTo(next);
        if (!changes.stream().allMatch(change -> change.field().equals("tags"))) {
            standing.requireNotClosed(number);
        }
        if (!changes.isEmpty()) {
            description = next;
            timeline.touch(now);
            happenings.addAll(changes);
        }
    }

    /**
     * Notes that an answer will not reach the requester, and opens the ticket so that its owner acts; no reply clock
     * starts by this.
     */
    public void deliveryFailed(@Nullable CommentId comment, String reason, Instant now) {
        standing.deliveryFailed();
        happenings.add(new TicketEvent.DeliveryFailed(comment, reason));
        timeline.touch(now);
        if (status() != TicketStatus.CLOSED) {
            reopen(now);
        }
    }

    /** Records the next promise; does not count as a change of the ticket. */
    public void due(Due next) {
        due = next;
    }

    /**
     * Refuses work based on an outdated reading.
     *
     * @throws StaleVersion if {@code expected} is given and not the present version
     */
    public void requireVersion(Optional<Integer> expected) {
        StaleVersion.unlessCurrent(expected, version);
    }

    public TicketId id() {
        return new TicketId(id);
    }

    public long number() {
        return number;
    }

    public Description description() {
        return description;
    }

    public Origin origin() {
        return origin;
    }

    public Ownership ownership() {
        return ownership;
    }

    public Timeline timeline() {
        return timeline;
    }

    /** What happened in this transaction, for whoever must follow. */
    public Happenings happenings() {
        return happenings;
    }

    /** What {@link SnoozeKeeper} keeps. */
    public Snoozing snoozing() {
        return snoozing;
    }

    public Due due() {
        return due;
    }

    public Expectation expectation() {
        return expectation;
    }

    public TicketStatus status() {
        return standing.status();
    }

    public Folder folder() {
        return standing.folder();
    }

    /** What the ticket asks of whoever owns it. */
    public Demand demand() {
        return demand;
    }

    public boolean hasDeliveryFailed() {
        return standing.hasDeliveryFailed();
    }

    public int version() {
        return version;
    }

    private void change(String field, @Nullable String from, @Nullable String to, Instant now) {
        if (happenings.change(field, from, to)) {
            timeline.touch(now);
        }
    }
}
