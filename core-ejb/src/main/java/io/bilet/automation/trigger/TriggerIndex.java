package io.bilet.automation.trigger;

import io.bilet.condition.Facts;
import io.bilet.ticket.EventFields;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which triggers an event can be about: those that look at something it changed, and among them, where they ask for a
 * value, those who ask for the present one. What it costs follows from those, not from how many there are.
 */
final class TriggerIndex {

    private final Shelf all = new Shelf();
    private final Shelf onEveryEvent = new Shelf();
    private final Map<String, Shelf> byField = new HashMap<>();

    TriggerIndex(List<CompiledTrigger> inOrder) {
        for (int place = 0; place < inOrder.size(); place++) {
            CompiledTrigger trigger = inOrder.get(place);
            Optional<Gate> gate = Gate.of(trigger.condition());
            all.put(place, gate);
            if (trigger.watched().isEmpty()) {
                onEveryEvent.put(place, gate);
            }
            for (String field : trigger.watched()) {
                byField.computeIfAbsent(field, name -> new Shelf()).put(place, gate);
            }
        }
    }

    /** Those that can hold when a ticket begins: everything about it is new. */
    BitSet whenOpened(Facts facts) {
        BitSet found = new BitSet();
        all.find(facts, found);
        return found;
    }

    /** Those that can hold when something happens to a ticket. */
    BitSet whenChanged(Set<String> fields, Facts facts) {
        BitSet found = new BitSet();
        onEveryEvent.find(facts, found);
        fields.forEach(field -> look(byField.get(field), facts, found));
        return found;
    }

    /** Those that can hold because triggers changed something. */
    BitSet whenChangedFurther(Set<String> fields, Facts facts) {
        BitSet found = new BitSet();
        fields.stream()
                .filter(field -> !field.equals(EventFields.COMMENT_PREFIX)) // triggers do not answer each other
                .forEach(field -> look(byField.get(field), facts, found));
        return found;
    }

    private static void look(@Nullable Shelf shelf, Facts facts, BitSet found) {
        if (shelf != null) {
            shelf.find(facts, found);
        }
    }

    /** Triggers by the value they ask for, and those that do not say one. */
    private static final class Shelf {

        private final BitSet ungated = new BitSet();
        private final Map<String, Map<String, BitSet>> gated = new HashMap<>();

        void put(int place, Optional<Gate> gate) {
            if (gate.isEmpty()) {
                ungated.set(place);
                return;
            }
            Map<String, BitSet> byValue = gated.computeIfAbsent(gate.get().field(), field -> new HashMap<>());
            gate.get().values().forEach(value -> byValue.computeIfAbsent(value, any -> new BitSet())
                    .set(place));
        }

        void find(Facts facts, BitSet found) {
            found.or(ungated);
            gated.forEach((field, byValue) -> {
                Object value = facts.value(field);
                if (value instanceof Collection<?> several) {
                    several.forEach(one -> add(byValue.get(one.toString()), found));
                } else if (value != null) {
                    add(byValue.get(value.toString()), found);
                }
            });
        }

        private static void add(@Nullable BitSet some, BitSet found) {
            if (some != null) {
                found.or(some);
            }
        }
    }
}
