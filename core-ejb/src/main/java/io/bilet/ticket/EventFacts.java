package io.bilet.ticket;

import io.bilet.condition.Facts;
import io.bilet.people.Actor;
import io.bilet.people.ActorType;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.TicketEvent.Assigned;
import io.bilet.ticket.TicketEvent.CommentAdded;
import io.bilet.ticket.TicketEvent.FieldChanged;
import io.bilet.ticket.TicketEvent.StatusChanged;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in the middle of an event: as it stands, as it stood when the event began, who caused it and what was said.
 * An opening changes nothing; what rules make of the ticket after it does.
 */
public final class EventFacts implements Facts {

    private static final String TICKET_PREFIX = "ticket.";

    private final Facts present;
    private final Ticket ticket;
    private final Actor actor;
    private final String cause;
    private final int begin;
    private final boolean isOpening;
    private final Optional<Comment> said;

    private EventFacts(Facts present, Ticket ticket, Actor actor, String cause, boolean isOpening) {
        this.present = present;
        this.ticket = ticket;
        this.actor = actor;
        this.cause = cause;
        this.isOpening = isOpening;
        this.begin = isOpening ? ticket.happenings().pending().size() : 0;
        this.said = ticket.happenings().said();
    }

    /**
     * A ticket that begins, after the rules on opening.
     *
     * @param cause where the event came from; what follows a colon is left away
     */
    public static EventFacts opening(Facts present, Ticket ticket, Actor actor, String cause) {
        return new EventFacts(present, ticket, actor, cause, true);
    }

    /** A ticket to which something happened. */
    public static EventFacts update(Facts present, Ticket ticket, Actor actor, String cause) {
        return new EventFacts(present, ticket, actor, cause, false);
    }

    /** Whether the ticket begins with this event, so that everything about it is new. */
    public boolean isOpening() {
        return isOpening;
    }

    /** The fields that events from {@code first} on changed, counted among all pending ones. */
    public Set<String> changedSince(int first) {
        Set<String> changed = new HashSet<>();
        List<TicketEvent> events = ticket.happenings().pending();
        for (TicketEvent event : events.subList(Math.min(first, events.size()), events.size())) {
            if (event instanceof CommentAdded) {
                changed.add(EventFields.COMMENT_PREFIX);
            } else if (event instanceof StatusChanged) {
                changed.add("ticket.status");
                changed.add("ticket.solved_at");
            } else if (event instanceof Assigned) {
                changed.add("ticket.assignee_id");
            } else if (event instanceof FieldChanged change) {
                changed.add(TICKET_PREFIX + change.field());
            }
        }
        return changed;
    }

    @Override
    public @Nullable Object value(String field) {
        return switch (field) {
            case "event.kind" -> isOpening ? "opened" : "updated";
            case "event.actor" -> actor();
            case "event.actor_id" -> actor.user() == null ? null : actor.user().toString();
            case "event.cause" -> cause.split(":", 2)[0];
            case "comment.text" ->
                said.<Object>map(comment -> comment.said().text()).orElseGet(() -> present.value(field));
            case "comment.visibility" ->
                said.map(comment -> Wire.of(comment.visibility())).orElse(null);
            case "comment.author_role" ->
                said.map(comment -> Wire.of(comment.authorRole())).orElse(null);
            case "comment.author_id" ->
                said.flatMap(Comment::author).map(Record::toString).orElse(null);
            case "comment.channel" ->
                said.map(comment -> Wire.of(comment.channel())).orElse(null);
            default -> present.value(field);
        };
    }

    @Override
    public @Nullable Object before(String field) {
        if (field.startsWith(EventFields.COMMENT_PREFIX)) {
            return null;
        }
        Object now = value(field);
        List<TicketEvent> events = ticket.happenings().pending();
        for (TicketEvent event : events.subList(begin, events.size())) {
            if (event instanceof StatusChanged moved && field.equals("ticket.status")) {
                return Wire.of(moved.from());
            }
            if (event instanceof Assigned assigned && field.equals("ticket.assignee_id")) {
                return assigned.from();
            }
            if (event instanceof FieldChanged change && field.equals(TICKET_PREFIX + change.field())) {
                return typed(field, change.from(), now);
            }
        }
        return now;
    }

    /** What a record of change tells as text, in the type of the field. */
    private static @Nullable Object typed(String field, @Nullable String text, @Nullable Object like) {
        if (text == null) {
            return null;
        }
        if (field.equals("ticket.tags") || like instanceof Collection<?>) {
            return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
        }
        if (like instanceof Boolean) {
            return Boolean.valueOf(text);
        }
        return like instanceof Number ? new BigDecimal(text) : text;
    }

    private String actor() {
        if (actor.type() != ActorType.USER || actor.user() == null) {
            return Wire.of(actor.type());
        }
        boolean asks = said.filter(comment -> comment.authorRole() == AuthorRole.REQUESTER)
                        .isPresent()
                || actor.user().equals(ticket.origin().requester());
        return asks ? "requester" : "agent";
    }
}
