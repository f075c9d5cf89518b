package io.bilet.ticket;

import io.bilet.people.UserId;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket, in the order in which it happened; written to the ticket's record and sent on. */
public sealed interface TicketEvent {

    /** Name outside and in the record, lower snake case after {@code ticket.}. */
    String type();

    /** What the record keeps of it: names and values as in the API. */
    JsonObject data();

    private static JsonObject change(String field, @Nullable String from, @Nullable String to) {
        var json = StoredJson.object().add("field", field);
        json = from == null ? json.addNull("from") : json.add("from", from);
        return (to == null ? json.addNull("to") : json.add("to", to)).build();
    }

    /** The ticket began. */
    record Opened(Channel channel, AuthorRole by) implements TicketEvent {
        @Override
        public String type() {
            return "ticket.created";
        }

        @Override
        public JsonObject data() {
            return StoredJson.object()
                    .add("channel", Wire.of(channel))
                    .add("opened_by", Wire.of(by))
                    .build();
        }
    }

    /**
     * Something was said.
     *
     * @param needsReply whether a requester's comment asks for an answer; a closing "thanks" or a robot's mail does not
     */
    record CommentAdded(CommentId commentId, AuthorRole author, Visibility visibility, boolean needsReply)
            implements TicketEvent {
        @Override
        public String type() {
            return "ticket.comment_added";
        }

        @Override
        public JsonObject data() {
            return StoredJson.object()
                    .add("comment_id", commentId.toString())
                    .add("author_role", Wire.of(author))
                    .add("visibility", Wire.of(visibility))
                    .add("needs_reply", needsReply)
                    .build();
        }

        /** Whether a human agent spoke to the requester: what reply clocks wait for. */
        public boolean isAgentsAnswer() {
            return author == AuthorRole.AGENT && visibility == Visibility.PUBLIC;
        }

        /** Whether the requester now waits for an answer. */
        public boolean asksForReply() {
            return author == AuthorRole.REQUESTER && visibility == Visibility.PUBLIC && needsReply;
        }
    }

    /** The ticket moved along {@link TicketStatus#next()}. */
    record StatusChanged(TicketStatus from, TicketStatus to) implements TicketEvent {
        @Override
        public String type() {
            return "ticket.status_changed";
        }

        @Override
        public JsonObject data() {
            return change("status", Wire.of(from), Wire.of(to));
        }

        public boolean isReopening() {
            return from == TicketStatus.SOLVED && to != TicketStatus.CLOSED;
        }
    }

    /** Another agent, or nobody, owns the ticket now. */
    record Assigned(@Nullable String from, @Nullable String to) implements TicketEvent {
        @Override
        public String type() {
            return "ticket.assigned";
        }

        @Override
        public JsonObject data() {
            return change("assignee_id", from, to);
        }
    }

    /** The ticket is held out to another agent, or to nobody, now. */
    record Offered(@Nullable String from, @Nullable String to) implements TicketEvent {
        @Override
        public String type() {
            return "ticket.offered";
        }

        @Override
        public JsonObject data() {
            return change("offered_to_id", from, to);
        }
    }

    /**
     * A field has another value.
     *
     * @param field name as in the API
     * @param from value before, in its outside form
     * @param to value after, in its outside form
     */
    record FieldChanged(
            String field, @Nullable String from, @Nullable String to) implements TicketEvent {
        @Override
        public String type() {
            return "ticket.updated";
        }

        @Override
        public JsonObject data() {
            return change(field, from, to);
        }
    }

    /** A public answer did not reach the requester and will not. */
    record DeliveryFailed(@Nullable CommentId commentId, String reason) implements TicketEvent {
        @Override
        public String type() {
            return "ticket.delivery_failed";
        }

        @Override
        public JsonObject data() {
            var json = StoredJson.object().add("reason", reason);
            return (commentId == null ? json : json.add("comment_id", commentId.toString())).build();
        }
    }

    /**
     * The ticket was put away with a promise.
     *
     * @param dueBefore what fell due until then
     */
    record Snoozed(Snooze snooze, @Nullable Instant dueBefore) implements TicketEvent {
        @Override
        public String type() {
            return "ticket.snoozed";
        }

        @Override
        public JsonObject data() {
            var json = StoredJson.object()
                    .add("return_at", snooze.returnAt().toString())
                    .add("response_due_at", snooze.responseDueAt().toString());
            json = snooze.reason() == null ? json : json.add("reason", snooze.reason());
            return (dueBefore == null ? json : json.add("due_before_at", dueBefore.toString())).build();
        }
    }

    /** The ticket passes from one to another; what that says stands with what it is about. */
    non-sealed interface Passage extends TicketEvent {

        /** Whom it asks for an answer, if anybody, while the requester goes on waiting. */
        default Optional<Experts> asks() {
            return Optional.empty();
        }

        /** Who gave that answer, if anybody did. */
        default Optional<Experts> answers() {
            return Optional.empty();
        }

        /** Who gave the question back unanswered, if anybody did. */
        default Optional<Experts> refuses() {
            return Optional.empty();
        }
    }

    /** An agent answered in public before the promised time had passed. */
    record PromiseKept(Instant responseDueAt) implements TicketEvent {
        @Override
        public String type() {
            return "ticket.promise_kept";
        }

        @Override
        public JsonObject data() {
            return StoredJson.object()
                    .add("response_due_at", responseDueAt.toString())
                    .build();
        }
    }

    /** The promised time passed without a public answer by an agent. */
    record PromiseBroken(Instant responseDueAt) implements TicketEvent {
        @Override
        public String type() {
            return "ticket.promise_broken";
        }

        @Override
        public JsonObject data() {
            return StoredJson.object()
                    .add("response_due_at", responseDueAt.toString())
                    .build();
        }
    }

    /** What belongs into the record and changes nothing about the ticket. */
    sealed interface Notice extends TicketEvent permits FollowersChanged, LinksChanged, MacroApplied, SlaNotice {}

    /** Somebody follows the ticket now, or no longer. */
    record FollowersChanged(@Nullable String from, @Nullable String to) implements Notice {

        public static FollowersChanged came(UserId user) {
            return new FollowersChanged(null, user.toString());
        }

        public static FollowersChanged went(UserId user) {
            return new FollowersChanged(user.toString(), null);
        }

        @Override
        public String type() {
            return "ticket.followers_changed";
        }

        @Override
        public JsonObject data() {
            return change("follower_id", from, to);
        }
    }
}
