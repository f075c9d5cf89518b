package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.automation.action.Action;
import io.bilet.decision.Effect;
import io.bilet.escalation.Destinations;
import io.bilet.platform.error.BiletException;
import io.bilet.platform.json.StoredJson;
import io.bilet.ticket.Comment;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does to a locked ticket what a list of actions says, in the caller's transaction, and tells what came of it. What the
 * ticket does not allow is left out and told, so that a rule never loses a customer's message.
 */
@ApplicationScoped
class TicketActions {

    @Inject
    private Ownerships ownerships;

    @Inject
    private Conversation conversation;

    @Inject
    private OpeningHours hours;

    @Inject
    private Destinations destinations;

    @Inject
    private Speech speech;

    /**
     * What came of a list of actions.
     *
     * @param effects what they changed, in order; what held already is not among them
     * @param acted those that changed something
     * @param refused what could not be done
     * @param said what was said, with what was missing in it
     */
    record Done(List<Effect> effects, List<Action> acted, List<Refusal> refused, List<Speech.Said> said) {}

    /**
     * An action that was not done.
     *
     * @param action null for all of them
     * @param code for programs
     */
    record Refusal(@Nullable Action action, String code, String detail) {

        static Refusal ofAll(String code, String detail) {
            return new Refusal(null, code, detail);
        }

        JsonObject toJson() {
            JsonObjectBuilder json = StoredJson.object();
            if (action != null) {
                json.add("action", action.toJson());
            }
            return json.add("code", code).add("detail", detail).build();
        }
    }

    /**
     * Does them in order.
     *
     * @param author who speaks where something is said
     * @param rows where what lies beside the ticket is stored, or, in a rehearsal, not
     */
    Done take(Ticket ticket, List<Action> actions, Comment.Author author, Act act, ActionRows rows) {
        var stage = new TicketStage(this, ticket, author, act, rows);
        List<Effect> effects = new ArrayList<>();
        List<Action> acted = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (Action action : actions) {
            int before = ticket.happenings().pending().size();
            try {
                action.on(stage);
            } catch (BiletException refusal) {
                refused.add(new Refusal(action, code(refusal), refusal.getMessage()));
            }
            List<TicketEvent> after = ticket.happenings().pending();
            if (after.size() > before) {
                effects.addAll(ActionEffects.of(after.subList(before, after.size())));
                acted.add(action);
            }
        }
        return new Done(effects, acted, refused, stage.said());
    }

    static String code(BiletException refusal) {
        return refusal.errors().isEmpty()
                ? refusal.problem().slug().replace('-', '_')
                : refusal.errors().get(0).code();
    }

    Ownerships ownerships() {
        return ownerships;
    }

    Conversation conversation() {
        return conversation;
    }

    OpeningHours hours() {
        return hours;
    }

    Destinations destinations() {
        return destinations;
    }

    Speech speech() {
        return speech;
    }
}
