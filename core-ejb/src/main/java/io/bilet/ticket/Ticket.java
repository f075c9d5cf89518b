package io.bilet.ticket;

import static io.bilet.ticket.TicketStatus.CLOSED;
import static io.bilet.ticket.TicketStatus.NEW;
import static io.bilet.ticket.TicketStatus.OPEN;
import static io.bilet.ticket.TicketStatus.SOLVED;

import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.platform.error.StaleVersion;
import io.bilet.ticket.TicketEvent.Assigned;
import io.bilet.ticket.TicketEvent.CommentAdded;
import io.bilet.ticket.TicketEvent.DeliveryFailed;
import io.bilet.ticket.TicketEvent.FieldChanged;
import io.bilet.ticket.TicketEvent.Opened;
import io.bilet.ticket.TicketEvent.StatusChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
 * <p>Everything that happens is collected as {@link TicketEvent}s for whoever must follow. Comments are stored beside the
 * ticket, not inside it, because a ticket may have thousands; the ticket still decides what a comment does to it.
 */
@Entity
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

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private TicketStatus status = NEW;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Folder folder = Folder.INBOX;

    @Embedded
    private Ownership ownership = new Ownership();

    @Convert(converter = RequiredSkills.class)
    @Column(name = "required_skills", nullable = false)
    private Map<SkillId, Integer> requiredSkills = new LinkedHashMap<>();

    @Column(name = "delivery_failed", nullable = false)
    private boolean deliveryFailed;

    @Embedded
    private Timeline timeline;

    @Embedded
    @OptimisticLock(excluded = true)
    private Due due = Due.none("not_started");

    /** How many entries the ticket's record has; the next one gets the next number. */
    @OptimisticLock(excluded = true)
    @Column(name = "event_count", nullable = false)
    private long eventCount;

    @Version
    private int version;

    @Transient
    private final List<TicketEvent> events = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Ticket() {} // for JPA

    private Ticket(Opening opening, Instant now) {
        id = opening.id().value();
        description = new Description(opening);
        origin = new Origin(opening);
        timeline = new Timeline(now);
        events.add(new Opened(opening.channel(), opening.openedBy()));
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
        requireNotClosed();
        timeline.commentedAt(now);
        var added = new CommentAdded(comment.id(), comment.authorRole(), comment.visibility(), needsReply);
        events.add(added);
        if (added.asksForReply()) {
            reopen(now);
        }
    }

    private void reopen(Instant now) {
        if (folder == Folder.ARCHIVE || folder == Folder.SNOOZED) {
            putInto(Folder.INBOX, now);
        }
        if (status != NEW && status != OPEN) {
            moveTo(OPEN, now);
        }
    }

    /**
     * Moves the ticket to {@code next}; asking for the present status changes nothing.
     *
     * @throws TicketClosed if the ticket is closed
     * @throws StatusMoveNotAllowed if {@link TicketStatus#next()} does not list {@code next}
     */
    public void moveTo(TicketStatus next, Instant now) {
        requireNotClosed();
        if (next == status) {
            return;
        }
        if (!status.next().contains(next)) {
            throw new StatusMoveNotAllowed(status, next);
        }
        events.add(new StatusChanged(status, next));
        status = next;
        if (next == SOLVED) {
            timeline.solved(now);
        } else {
            timeline.closesAt(null);
        }
        timeline.touch(now);
    }

    /** Sets when a solved ticket becomes final unless somebody writes before. */
    public void closeAt(Instant instant) {
        timeline.closesAt(instant);
    }

    /** Gives the ticket to {@code agent}; a new ticket opens by that. Naming the present owner changes nothing. */
    public void assign(UserId agent, Instant now) {
        requireNotClosed();
        Optional<UserId> before = ownership.assignee();
        if (before.isPresent() && before.get().equals(agent)) {
            return;
        }
        ownership.assign(agent);
        events.add(new Assigned(outside(before), agent.toString()));
        timeline.touch(now);
        if (status == NEW) {
            moveTo(OPEN, now);
        }
    }

    /** Takes the ticket from its owner, if any, and says why nobody owns it. */
    public void unassign(UnassignedReason reason, Instant now) {
        Optional<UserId> before = ownership.assignee();
        ownership.unassign(reason);
        if (before.isPresent()) {
            events.add(new Assigned(outside(before), null));
            timeline.touch(now);
        }
    }

    /** Names an agent whom routing prefers although no assignment of this ticket said so. */
    public void preferAgent(UserId agent) {
        ownership.prefer(agent);
    }

    public void moveToGroup(@Nullable GroupId group, int tier, Instant now) {
        requireNotClosed();
        change("group_id", outside(ownership.group()), group == null ? null : group.toString(), now);
        ownership.moveToGroup(group, tier);
    }

    /** Asks for an agent with at least this level of a skill; the higher of two demands counts. */
    public void requireSkill(SkillId skill, int level) {
        requiredSkills = new LinkedHashMap<>(requiredSkills);
        requiredSkills.merge(skill, level, Math::max);
    }

    /** Puts the ticket into a folder; a ticket put away as unwanted or done is no longer anybody's work. */
    public void putInto(Folder next, Instant now) {
        requireNotClosed();
        change("folder", wire(folder), wire(next), now);
        folder = next;
    }

    /**
     * Describes the ticket anew; what does not differ changes nothing.
     *
     * @throws TicketClosed if the ticket is closed and more than its tags would change
     */
    public void describe(Description next, Instant now) {
        var changes = description.changesTo(next);
        if (!changes.stream().allMatch(change -> change.field().equals("tags"))) {
            requireNotClosed();
        }
        if (!changes.isEmpty()) {
            description = next;
            timeline.touch(now);
            events.addAll(changes);
        }
    }

    /**
     * Notes that an answer will not reach the requester, and opens the ticket so that its owner acts; no reply clock starts
     * by this.
     */
    public void deliveryFailed(@Nullable CommentId comment, String reason, Instant now) {
        deliveryFailed = true;
        events.add(new DeliveryFailed(comment, reason));
        timeline.touch(now);
        if (status != CLOSED) {
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
     * @throws StaleVersion if {@code expected} is not the present version
     */
    public void requireVersion(int expected) {
        if (expected != version) {
            throw new StaleVersion();
        }
    }

    /** What happened since the last call of {@link #takeEvents()}, oldest first. */
    public List<TicketEvent> events() {
        return List.copyOf(events);
    }

    /** Hands over what happened since the last call, oldest first, and forgets it. */
    public List<TicketEvent> takeEvents() {
        List<TicketEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** Reserves numbers for {@code entries} in the ticket's record and returns the first. */
    public long nextEntries(int entries) {
        long first = eventCount + 1;
        eventCount += entries;
        return first;
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

    public Due due() {
        return due;
    }

    public TicketStatus status() {
        return status;
    }

    public Folder folder() {
        return folder;
    }

    public TicketPriority priority() {
        return description.priority();
    }

    public Map<SkillId, Integer> requiredSkills() {
        return Map.copyOf(requiredSkills);
    }

    public boolean hasDeliveryFailed() {
        return deliveryFailed;
    }

    public int version() {
        return version;
    }

    private void change(String field, @Nullable String from, @Nullable String to, Instant now) {
        if (!Objects.equals(from, to)) {
            events.add(new FieldChanged(field, from, to));
            timeline.touch(now);
        }
    }

    private void requireNotClosed() {
        if (status == CLOSED) {
            throw new TicketClosed(number);
        }
    }

    private static String wire(Enum<?> constant) {
        return io.bilet.platform.json.Wire.of(constant);
    }

    private static @Nullable String outside(Optional<? extends Record> id) {
        return id.map(Record::toString).orElse(null);
    }
}
