package io.bilet.fact;

import io.bilet.condition.Condition;
import io.bilet.condition.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts what is known about customers beside tickets, so that conditions can ask about it. */
@ApplicationScoped
public class CustomerFacts {

    @Inject
    private CustomerFactRepository facts;

    @Inject
    private Event<StaleFact> stale;

    /** The ticket with what is known about who asked; costs a statement for each of the two, if a condition asks. */
    public Facts beside(Facts ticket) {
        return new CustomerSheet(ticket, owner -> facts.of(List.of(owner)).getOrDefault(owner, List.of()), stale::fire);
    }

    /** One of many tickets, with what {@link #known} found for all of them. */
    public static Facts beside(Facts ticket, Map<UUID, List<CustomerFact>> known) {
        return new CustomerSheet(ticket, owner -> known.getOrDefault(owner, List.of()), nobodyHears -> {});
    }

    /** What is known about all of these, in one statement; nothing if the condition asks about nothing of it. */
    public Map<UUID, List<CustomerFact>> known(Condition condition, Collection<UUID> owners) {
        boolean asks = condition.checks().stream()
                .anyMatch(check -> FactSubject.of(check.field().name()).isPresent());
        return asks ? facts.of(owners) : Map.of();
    }
}
