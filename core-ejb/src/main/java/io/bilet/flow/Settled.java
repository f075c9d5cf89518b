package io.bilet.flow;

import io.bilet.automation.action.Action;
import io.bilet.automation.trigger.CompiledTrigger;
import io.bilet.flow.TicketActions.Done;
import io.bilet.flow.TicketActions.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What triggers decided in one event: the first has the last word, and one that wants it otherwise is told. */
final class Settled {

    private final Map<String, Ruling> rulings = new HashMap<>();

    /** Who decided something, and how. */
    private record Ruling(CompiledTrigger by, String value) {}

    /** What a trigger can do without undoing what another did. */
    List<Action> agreeing(CompiledTrigger trigger) {
        return trigger.actions().stream()
                .filter(action -> contradicted(trigger, action).isEmpty())
                .toList();
    }

    /** What it would undo. */
    List<Refusal> contradictedBy(CompiledTrigger trigger) {
        List<Refusal> refused = new ArrayList<>();
        for (Action action : trigger.actions()) {
            contradicted(trigger, action)
                    .ifPresent(ruling -> refused.add(new Refusal(
                            action,
                            "contradiction",
                            "The trigger %s (%s) decided otherwise in the same event."
                                    .formatted(ruling.by().name(), ruling.by().id()))));
        }
        return refused;
    }

    void by(CompiledTrigger trigger, Done done) {
        for (Action action : done.acted()) {
            action.decides().forEach((field, value) -> rulings.putIfAbsent(field, new Ruling(trigger, value)));
        }
    }

    private Optional<Ruling> contradicted(CompiledTrigger trigger, Action action) {
        return action.decides().entrySet().stream()
                .map(one -> Optional.ofNullable(rulings.get(one.getKey()))
                        .filter(ruling -> !ruling.value().equals(one.getValue())))
                .flatMap(Optional::stream)
                .filter(ruling -> !ruling.by().id().equals(trigger.id()))
                .findFirst();
    }
}
