package io.bilet.automation.trigger;

import io.bilet.automation.action.Action;
import io.bilet.condition.Check;
import io.bilet.condition.Condition;
import io.bilet.decision.Subject;
import io.bilet.ticket.EventFields;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A trigger in one of its wordings, ready to be asked.
 *
 * @param watched the fields whose change is a reason to ask; empty if every event is one
 */
public record CompiledTrigger(
        TriggerId id, int version, String name, Condition condition, List<Action> actions, Set<String> watched) {

    /** What decisions call it. */
    public static final String SUBJECT = "trigger";

    public CompiledTrigger {
        actions = List.copyOf(actions);
        watched = Set.copyOf(watched);
    }

    static CompiledTrigger of(TriggerId id, int version, String name, Condition condition, List<Action> actions) {
        Set<String> watched = condition.checks().stream()
                .map(Check::field)
                .map(field -> watched(field.name()))
                .filter(watches -> !watches.isEmpty())
                .collect(Collectors.toSet());
        return new CompiledTrigger(id, version, name, condition, actions, watched);
    }

    /** Comments come whole, and what an event is does not change. */
    private static String watched(String field) {
        if (field.startsWith(EventFields.PREFIX)) {
            return "";
        }
        return field.startsWith(EventFields.COMMENT_PREFIX) ? EventFields.COMMENT_PREFIX : field;
    }

    public Subject subject() {
        return new Subject(SUBJECT, id.toString(), version);
    }
}
