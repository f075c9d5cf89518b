package io.bilet.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket in this transaction, and how long its record is. */
@Embeddable
public class Happenings {

    /** How many entries the ticket's record has; the next one gets the next number. */
    @Column(name = "event_count", nullable = false)
    private long entries;

    @Transient
    private final List<TicketEvent> events = new ArrayList<>();

    @Transient
    private @Nullable Comment said;

    void add(TicketEvent event) {
        events.add(event);
    }

    /** What was said, and that it was. */
    void said(Comment comment, TicketEvent.CommentAdded event) {
        if (said == null) {
            said = comment;
        }
        events.add(event);
    }

    void addAll(Collection<? extends TicketEvent> more) {
        events.addAll(more);
    }

    /** Takes down what left the ticket itself as it was. */
    public void note(TicketEvent.Notice notice) {
        events.add(notice);
    }

    /** Takes down how the ticket passes on. */
    public void passes(TicketEvent.Passage event) {
        events.add(event);
    }

    /** Adds a change of a field, unless nothing changed; says whether it did. */
    boolean change(String field, @Nullable String from, @Nullable String to) {
        boolean changed = !Objects.equals(from, to);
        if (changed) {
            events.add(new TicketEvent.FieldChanged(field, from, to));
        }
        return changed;
    }

    /** What happened since the last call of {@link #take()}, oldest first. */
    public List<TicketEvent> pending() {
        return List.copyOf(events);
    }

    /** Hands over what happened since the last call, oldest first, and forgets it. */
    public List<TicketEvent> take() {
        List<TicketEvent> taken = pending();
        events.clear();
        said = null;
        return taken;
    }

    /** What was said first since the last call of {@link #take()}; what rules say about it comes after it. */
    public Optional<Comment> said() {
        return Optional.ofNullable(said);
    }

    /** Reserves numbers for {@code count} entries in the ticket's record and returns the first. */
    public long reserve(int count) {
        long first = entries + 1;
        entries += count;
        return first;
    }
}
