package io.bilet.automation.trigger;

import io.bilet.condition.Facts;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The triggers that are asked, in order. */
public final class TriggerSet {

    private final List<CompiledTrigger> triggers;
    private final TriggerIndex index;

    TriggerSet(List<CompiledTrigger> inOrder) {
        triggers = List.copyOf(inOrder);
        index = new TriggerIndex(triggers);
    }

    /** Places of those that can hold when a ticket begins. */
    public BitSet whenOpened(Facts facts) {
        return index.whenOpened(facts);
    }

    /** Places of those that can hold when an event changed these fields. */
    public BitSet whenChanged(Set<String> fields, Facts facts) {
        return index.whenChanged(fields, facts);
    }

    /** Places of those that can hold because triggers changed these fields. */
    public BitSet whenChangedFurther(Set<String> fields, Facts facts) {
        return index.whenChangedFurther(fields, facts);
    }

    public CompiledTrigger at(int place) {
        return triggers.get(place);
    }

    public boolean isEmpty() {
        return triggers.isEmpty();
    }

    public Optional<CompiledTrigger> find(TriggerId id) {
        return triggers.stream().filter(trigger -> trigger.id().equals(id)).findFirst();
    }
}
