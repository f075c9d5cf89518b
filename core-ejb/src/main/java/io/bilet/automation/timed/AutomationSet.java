package io.bilet.automation.timed;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The automations that are asked, in order, and which of them a change can be about. */
public final class AutomationSet {

    private final Map<AutomationId, CompiledAutomation> automations = new LinkedHashMap<>();
    private final Map<String, Set<CompiledAutomation>> byField = new HashMap<>();

    AutomationSet(List<CompiledAutomation> inOrder) {
        for (CompiledAutomation automation : inOrder) {
            automations.put(automation.id(), automation);
            automation.watched().forEach(field -> byField.computeIfAbsent(field, any -> new LinkedHashSet<>())
                    .add(automation));
        }
    }

    public boolean isEmpty() {
        return automations.isEmpty();
    }

    public Collection<CompiledAutomation> all() {
        return automations.values();
    }

    /** Those that look at one of these fields. */
    public Set<CompiledAutomation> watching(Set<String> fields) {
        Set<CompiledAutomation> found = new LinkedHashSet<>();
        fields.forEach(field -> found.addAll(byField.getOrDefault(field, Set.of())));
        return found;
    }

    public Optional<CompiledAutomation> find(AutomationId id) {
        return Optional.ofNullable(automations.get(id));
    }
}
