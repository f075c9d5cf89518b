package io.bilet.fact;

import static java.util.stream.Collectors.toMap;

import io.bilet.condition.Facts;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import io.bilet.platform.typed.TypedValues;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A ticket as conditions see it, with what is known about who asked; looked up only if one asks. One thread's. */
final class CustomerSheet implements Facts {

    private final Facts ticket;
    private final Function<UUID, List<CustomerFact>> lookUp;
    private final Consumer<StaleFact> stale;
    private final Map<UUID, Map<String, CustomerFact>> known = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /** {@code stale}: hears of every fact that is read although it is older than it may be, once. */
    CustomerSheet(Facts ticket, Function<UUID, List<CustomerFact>> lookUp, Consumer<StaleFact> stale) {
        this.ticket = ticket;
        this.lookUp = lookUp;
        this.stale = stale;
    }

    @Override
    public @Nullable Object value(String field) {
        FactSubject about = FactSubject.of(field).orElse(null);
        if (about == null) {
            return ticket.value(field);
        }
        UUID owner = owner(about);
        return owner == null
                ? null
                : value(about, owner, field.substring(about.prefix().length()));
    }

    private @Nullable Object value(FactSubject about, UUID owner, String key) {
        CustomerFact fact = known.computeIfAbsent(owner, this::byKey).get(key);
        if (fact == null) {
            return null;
        }
        if (ticket.value(NOW) instanceof Instant now && !fact.isFresh(now) && told.add(about + key)) {
            stale.accept(new StaleFact(about, owner, key));
        }
        return TypedValues.fact(fact.value());
    }

    private Map<String, CustomerFact> byKey(UUID owner) {
        return lookUp.apply(owner).stream().collect(toMap(CustomerFact::key, fact -> fact));
    }

    private @Nullable UUID owner(FactSubject about) {
        Object id = ticket.value(about.owner());
        if (id == null) {
            return null;
        }
        return switch (about) {
            case REQUESTER -> UserId.parse(id.toString()).value();
            case ORGANIZATION -> OrganizationId.parse(id.toString()).value();
        };
    }
}
