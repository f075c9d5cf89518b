package io.bilet.people.team;

import io.bilet.people.SkillId;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Skills. */
@ApplicationScoped
public class SkillRepository {

    private static final Position START = new Position("", new UUID(0, 0));

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * The skill of that id.
     *
     * @throws NotFound if there is none
     */
    public Skill get(SkillId id) {
        return EntityQueries.find(em, Skill.class, id.value()).orElseThrow(() -> new NotFound("skill"));
    }

    /** Those of {@code ids} that there are. */
    public Set<SkillId> existing(Collection<SkillId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return em.createQuery("SELECT s.id FROM Skill s WHERE s.id IN :ids", UUID.class)
                .setParameter("ids", ids.stream().map(SkillId::value).toList())
                .getResultStream()
                .map(SkillId::new)
                .collect(Collectors.toSet());
    }

    /** By name. */
    public Slice<Skill> page(Optional<Position> after, int limit) {
        Position from = after.orElse(START);
        List<Skill> rows = em.createQuery(
                        "SELECT s FROM Skill s WHERE s.name > :name OR s.name = :name AND s.id > :id ORDER BY s.name, s.id",
                        Skill.class)
                .setParameter("name", from.key())
                .setParameter("id", from.id())
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(
                rows, limit, skill -> new Position(skill.name(), skill.id().value()));
    }

    public boolean nameIsTaken(String name, SkillId except) {
        return !em.createQuery("SELECT x.id FROM Skill x WHERE x.name = :name AND x.id <> :except")
                .setParameter("name", name)
                .setParameter("except", except.value())
                .getResultList()
                .isEmpty();
    }

    public void add(Skill skill) {
        em.persist(skill);
    }

    /** Writes what is pending, so that the database's own rules speak now. */
    public void flush() {
        em.flush();
    }
}
