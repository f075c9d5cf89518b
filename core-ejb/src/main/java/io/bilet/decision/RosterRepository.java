package io.bilet.decision;

import io.bilet.platform.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Keeps each roster once. */
@ApplicationScoped
public class RosterRepository {

    /** Far more than there are groups times changes in a day; forgetting only costs a statement. */
    private static final int KNOWN_MAX = 10_000;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    @Inject
    private Event<Kept> kept;

    private final Set<UUID> known = ConcurrentHashMap.newKeySet();

    /** Stores the roster unless this node knows that it is stored. */
    void keep(Roster roster) {
        if (known.contains(roster.id())) {
            return;
        }
        em.createNativeQuery("INSERT IGNORE INTO roster (id, agents) VALUES (:id, :agents)")
                .setParameter("id", roster.id().toString())
                .setParameter("agents", roster.bytes())
                .executeUpdate();
        kept.fire(new Kept(roster.id()));
    }

    /** The rosters with these ids. */
    Map<UUID, Roster> get(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT id, agents FROM roster WHERE id IN (:ids)")
                .setParameter("ids", ids.stream().map(UUID::toString).toList())
                .getResultList();
        return rows.stream()
                .map(row -> Roster.read(Columns.uuid(row[0]), (byte[]) row[1]))
                .collect(Collectors.toMap(Roster::id, roster -> roster));
    }

    void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) Kept stored) {
        if (known.size() >= KNOWN_MAX) {
            known.clear();
        }
        known.add(stored.id());
    }

    /** A roster was stored if the present transaction commits. */
    public record Kept(UUID id) {}
}
