package io.bilet.flow;

import io.bilet.decision.Effect;
import io.bilet.platform.json.StoredJson;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketEvent.CommentAdded;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** What happened to a ticket, as a decision tells it. */
final class ActionEffects {

    private ActionEffects() {}

    static List<Effect> of(List<TicketEvent> events) {
        return events.stream().map(ActionEffects::of).flatMap(Optional::stream).toList();
    }

    private static Optional<Effect> of(TicketEvent event) {
        if (event instanceof CommentAdded said) {
            return Optional.of(Effect.of("comment_id", null, said.commentId().toString()));
        }
        JsonObject told = event.data();
        return told.containsKey("field")
                ? Optional.of(change(told))
                : Optional.of(new Effect(event.type().substring("ticket.".length()), JsonValue.NULL, told));
    }

    private static Effect change(JsonObject told) {
        String field = told.getString("field");
        JsonValue from = told.getOrDefault("from", JsonValue.NULL);
        JsonValue to = told.getOrDefault("to", JsonValue.NULL);
        return field.equals("tags") ? new Effect(field, words(from), words(to)) : new Effect(field, from, to);
    }

    private static JsonValue words(JsonValue tags) {
        String text = tags instanceof JsonString some ? some.getString() : "";
        return StoredJson.array(text.isEmpty() ? List.of() : List.of(text.split(" ")));
    }
}
