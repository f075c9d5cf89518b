package io.bilet.trial;

import io.bilet.audit.AuditEntry;
import io.bilet.decision.Decision;
import io.bilet.people.GroupId;
import io.bilet.people.Requester;
import io.bilet.people.UserId;
import io.bilet.platform.error.BiletException;
import io.bilet.platform.json.Wire;
import io.bilet.platform.text.Tags;
import io.bilet.routing.rule.RuleRehearsal;
import io.bilet.sla.ClockRehearsal;
import io.bilet.sla.policy.SlaTerms;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.CommentText;
import io.bilet.ticket.Description;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Opening;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFacts;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.TicketType;
import io.bilet.ticket.UnassignedReason;
import io.bilet.ticket.Visibility;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays a ticket again from its record: a ticket that is stored nowhere, to which everything happens anew that people
 * did, while rules and policies may be others. What cannot happen to it as it then stands, does not.
 */
final class Replay {

    /** What rules on opening decide; with other rules, what the record says of it at the opening does not count. */
    private static final Set<String> RULED = Set.of("group_id", "tier", "priority", "language", "tags", "folder");

    private final Recorded recorded;
    private final RuleRehearsal.@Nullable Cast rules;
    private final @Nullable ClockRehearsal clocks;
    private final Supplier<Requester> requester;
    private final Ticket ticket;
    private Map<String, JsonValue> routed;

    Replay(
            Recorded recorded,
            RuleRehearsal.@Nullable Cast rules,
            @Nullable List<SlaTerms> policies,
            Supplier<Requester> requester) {
        this.recorded = recorded;
        this.rules = rules;
        this.requester = requester;
        this.ticket = Ticket.open(opening(), recorded.createdAt());
        this.clocks = policies == null ? null : new ClockRehearsal(ticket, policies);
        this.routed = recorded.routed();
    }

    private Opening opening() {
        String type = first("type");
        return new Opening(
                recorded.id(),
                Objects.requireNonNull(first("subject")),
                recorded.requester(),
                recorded.organization(),
                recorded.brand(),
                recorded.channel(),
                recorded.openedBy(),
                Wire.read(TicketPriority.class, Objects.requireNonNull(first("priority")), "priority"),
                type == null ? null : Wire.read(TicketType.class, type, "type"),
                first("language"),
                null,
                null);
    }

    /** What a field was before the first change of it, or is if it never changed. */
    private @Nullable String first(String field) {
        return recorded.record().stream()
                .filter(entry -> entry.type().equals("ticket.updated"))
                .map(AuditEntry::data)
                .filter(change -> change.getString("field").equals(field))
                .findFirst()
                .map(change -> text(change, "from"))
                .orElseGet(() -> changes(field) ? null : recorded.present().get(field));
    }

    private boolean changes(String field) {
        return recorded.record().stream()
                .anyMatch(entry -> entry.type().equals("ticket.updated")
                        && entry.data().getString("field").equals(field));
    }

    /** Plays the record through. */
    void play() {
        List<AuditEntry> record = recorded.record();
        int end = endOfAct(0);
        openAgain(record.subList(0, end));
        for (int from = end; from < record.size(); from = end) {
            end = endOfAct(from);
            record.subList(from, end).forEach(this::happen);
            follow("", record.get(from).act().at());
        }
    }

    private int endOfAct(int from) {
        List<AuditEntry> record = recorded.record();
        int end = from + 1;
        while (end < record.size()
                && record.get(end).act().equals(record.get(from).act())) {
            end++;
        }
        return end;
    }

    /** First what was asked, then the rules, then the promises, and only then who got it. */
    private void openAgain(List<AuditEntry> act) {
        int said = 0;
        while (said < act.size() && !act.get(said).type().equals("ticket.comment_added")) {
            happen(act.get(said++));
        }
        if (said < act.size()) {
            happen(act.get(said++));
        }
        List<AuditEntry> rest = act.subList(Math.min(said, act.size()), act.size());
        if (rules != null) {
            routed = effects(rules.apply(facts(recorded.said(), recorded.createdAt()), ticket, recorded.createdAt()));
        }
        List<AuditEntry> ownership = new ArrayList<>();
        for (AuditEntry entry : rest) {
            boolean owned = !ownership.isEmpty() || entry.type().equals("ticket.assigned");
            if (owned) {
                ownership.add(entry);
            } else if (rules == null || !isRuled(entry)) {
                happen(entry);
            }
        }
        follow(recorded.said(), recorded.createdAt());
        if (ticket.folder() == Folder.INBOX) {
            ownership.stream().filter(entry -> rules == null || !isRuled(entry)).forEach(this::happen);
            ticket.happenings().take();
        }
    }

    private static boolean isRuled(AuditEntry entry) {
        return (entry.type().equals("ticket.updated")
                        && RULED.contains(entry.data().getString("field")))
                || (entry.type().equals("ticket.status_changed")
                        && entry.data().getString("to").equals("solved"));
    }

    private static Map<String, JsonValue> effects(List<Decision> decisions) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        decisions.forEach(decision -> decision.effects().forEach(effect -> fields.put(effect.field(), effect.to())));
        return fields;
    }

    private void follow(String said, Instant at) {
        if (clocks != null) {
            clocks.follow(ticket, facts(said, at), at);
        }
        ticket.happenings().take();
    }

    private TicketFacts facts(String said, Instant at) {
        return new TicketFacts(ticket, requester, said, null, at);
    }

    private void happen(AuditEntry entry) {
        try {
            apply(entry.type(), entry.data(), entry.act().at());
        } catch (BiletException impossible) {
            // As the ticket stands now, nobody could have done that.
        }
    }

    private void apply(String type, JsonObject data, Instant at) {
        switch (type) {
            case "ticket.comment_added" -> comment(data, at);
            case "ticket.status_changed" ->
                ticket.moveTo(Wire.read(TicketStatus.class, data.getString("to"), "status"), at);
            case "ticket.assigned" -> own(text(data, "to"), at);
            case "ticket.updated" -> change(data.getString("field"), text(data, "to"), at);
            default -> {
                // changes nothing that rules or policies ask about
            }
        }
    }

    private void comment(JsonObject data, Instant at) {
        AuthorRole role = Wire.read(AuthorRole.class, data.getString("author_role"), "author_role");
        var comment = new Comment(
                CommentId.parse(data.getString("comment_id")),
                recorded.id(),
                new Comment.Author(null, role, recorded.channel()),
                Wire.read(Visibility.class, data.getString("visibility"), "visibility"),
                CommentText.plain(""),
                at);
        ticket.comment(comment, data.getBoolean("needs_reply"), at);
    }

    private void own(@Nullable String agent, Instant at) {
        if (agent == null) {
            ticket.unassign(UnassignedReason.RELEASED, at);
        } else {
            ticket.assign(UserId.parse(agent), at);
        }
    }

    private void change(String field, @Nullable String to, Instant at) {
        Description present = ticket.description();
        switch (field) {
            case "subject" -> describe(to == null ? present : present.withSubject(to), at);
            case "priority" ->
                describe(
                        to == null ? present : present.withPriority(Wire.read(TicketPriority.class, to, "priority")),
                        at);
            case "type" -> describe(present.withType(to == null ? null : Wire.read(TicketType.class, to, "type")), at);
            case "language" -> describe(present.withLanguage(to), at);
            case "tags" -> describe(present.withTags(new Tags().convertToEntityAttribute(to == null ? "" : to)), at);
            case "group_id" ->
                ticket.moveToGroup(
                        to == null ? null : GroupId.parse(to),
                        ticket.ownership().tier(),
                        at);
            case "tier" ->
                ticket.moveToGroup(
                        ticket.ownership().group().orElse(null),
                        to == null ? ticket.ownership().tier() : Integer.parseInt(to),
                        at);
            case "folder" -> {
                if (to != null) {
                    ticket.putInto(Wire.read(Folder.class, to, "folder"), at);
                }
            }
            default -> {
                // no rule or policy asks about it
            }
        }
    }

    private void describe(Description next, Instant at) {
        ticket.describe(next, at);
    }

    private static @Nullable String text(JsonObject change, String side) {
        return change.get(side) instanceof JsonString text ? text.getString() : null;
    }

    /** What rules on opening changed, by field. */
    Map<String, JsonValue> routed() {
        return routed;
    }

    /** The clocks under the drafted policies; empty if none were drafted. */
    Optional<ClockRehearsal> clocks() {
        return Optional.ofNullable(clocks);
    }
}
