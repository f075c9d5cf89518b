package io.bilet.sla;

import io.bilet.brand.BrandId;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.sla.policy.SlaTerms;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Comment;
import io.bilet.ticket.Comment.Author;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.CommentText;
import io.bilet.ticket.Due;
import io.bilet.ticket.Experts;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Opening;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A real ticket that things happen to, and its clocks, which are put away and loaded again after each. */
final class TicketStory {

    private final Ticket ticket;
    private final List<ClockEvent> ledger = new ArrayList<>();
    private List<SlaClock> clocks = List.of();
    private SlaTerms terms;

    TicketStory(SlaTerms terms, Instant start, TicketPriority priority, AuthorRole openedBy, Folder folder) {
        this.terms = terms;
        var opening = new Opening(
                TicketId.next(),
                "Printer on fire",
                UserId.next(),
                null,
                BrandId.next(),
                Channel.EMAIL,
                openedBy,
                priority,
                null,
                null,
                null,
                null);
        ticket = Ticket.open(opening, start);
        say(openedBy, Visibility.PUBLIC, true, start);
        putInto(folder, start);
        follow(start);
    }

    private void putInto(Folder folder, Instant at) {
        ticket.putInto(folder, at);
        if (folder == Folder.ARCHIVE) {
            ticket.moveTo(TicketStatus.SOLVED, at);
        }
    }

    /** Lets something happen, in the words of {@code clock-scenarios.md}. */
    void happens(String what, Instant at) {
        for (String deed : what.split(" and ")) {
            deed(deed, at);
        }
        follow(at);
    }

    private void deed(String deed, Instant at) {
        switch (deed) {
            case "answer" -> say(AuthorRole.AGENT, Visibility.PUBLIC, false, at);
            case "note" -> say(AuthorRole.AGENT, Visibility.INTERNAL, false, at);
            case "robot" -> say(AuthorRole.SYSTEM, Visibility.PUBLIC, false, at);
            case "asks" -> say(AuthorRole.REQUESTER, Visibility.PUBLIC, true, at);
            case "thanks" -> say(AuthorRole.REQUESTER, Visibility.PUBLIC, false, at);
            case "bounce" -> ticket.deliveryFailed(null, "5.1.1", at);
            case "archived" -> putInto(Folder.ARCHIVE, at);
            case "spam" -> putInto(Folder.SPAM, at);
            case "no spam" -> putInto(Folder.INBOX, at);
            case "taken back" -> {
                putInto(Folder.INBOX, at);
                ticket.moveTo(TicketStatus.OPEN, at);
            }
            case "low", "normal", "high", "urgent" ->
                ticket.describe(ticket.description().withPriority(TicketPriority.valueOf(constant(deed))), at);
            case "asks tier" -> passes(Experts.TIER, null, null);
            case "tier answers" -> passes(null, Experts.TIER, null);
            case "tier refuses" -> passes(null, null, Experts.TIER);
            case "asks swarm" -> passes(Experts.SWARM, null, null);
            case "swarm answers" -> passes(null, Experts.SWARM, null);
            case "group a", "group b" -> ticket.moveToGroup(group(deed), 1, at);
            default -> ticket.moveTo(TicketStatus.valueOf(constant(deed)), at);
        }
    }

    private record Passed(Optional<Experts> asks, Optional<Experts> answers, Optional<Experts> refuses)
            implements TicketEvent.Passage {
        @Override
        public String type() {
            return "ticket.passed";
        }

        @Override
        public JsonObject data() {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private void passes(@Nullable Experts asks, @Nullable Experts answers, @Nullable Experts refuses) {
        ticket.happenings()
                .passes(new Passed(
                        Optional.ofNullable(asks), Optional.ofNullable(answers), Optional.ofNullable(refuses)));
    }

    private static GroupId group(String name) {
        return new GroupId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static String constant(String words) {
        return words.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private void say(AuthorRole role, Visibility visibility, boolean needsReply, Instant at) {
        var author = new Author(UserId.next(), role, Channel.EMAIL);
        var comment = new Comment(CommentId.next(), ticket.id(), author, visibility, CommentText.plain("…"), at);
        ticket.comment(comment, needsReply, at);
    }

    /** Another policy comes to apply. */
    void comesUnder(SlaTerms next, Instant at) {
        terms = next;
        follow(at);
    }

    /** Somebody looks what has passed by itself. */
    void look(Instant at) {
        clocks.forEach(clock -> clock.sound(at));
        keep(clocks);
    }

    private void follow(Instant at) {
        var loaded = new TicketClocks(ticket.id(), clocks);
        new ClockKeeper(loaded, ticket.happenings().take(), Standing.of(ticket, at), terms).follow();
        keep(loaded.all());
    }

    private void keep(List<SlaClock> all) {
        all.forEach(clock -> ledger.addAll(clock.takeEvents()));
        clocks = all.stream()
                .map(clock -> new SlaClock(clock.key(), clock.reading()))
                .toList();
    }

    List<SlaClock> clocks() {
        return clocks;
    }

    List<ClockEvent> ledger() {
        return List.copyOf(ledger);
    }

    Due due(Instant now) {
        return new TicketClocks(ticket.id(), clocks).due(Standing.of(ticket, now), Duration.ZERO);
    }

    TicketStatus status() {
        return ticket.status();
    }
}
