package io.bilet.automation.timed;

import io.bilet.automation.action.Action;
import io.bilet.condition.Check;
import io.bilet.condition.Condition;
import io.bilet.decision.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An automation in one of its wordings, ready to be asked.
 *
 * @param arming which timers are its own
 */
public record CompiledAutomation(
        AutomationId id, int version, int arming, Condition condition, Delay delay, List<Action> actions) {

    /** What decisions call it. */
    public static final String SUBJECT = "automation";

    public CompiledAutomation {
        actions = List.copyOf(actions);
    }

    /** The fields it asks for. */
    Set<String> watched() {
        return condition.checks().stream()
                .map(Check::field)
                .map(field -> field.name())
                .collect(Collectors.toSet());
    }

    public Subject subject() {
        return new Subject(SUBJECT, id.toString(), version);
    }
}
