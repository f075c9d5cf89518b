package io.bilet.people.team;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Groups and who belongs to them. */
@ApplicationScoped
public class GroupRepository {

    private static final Position START = new Position("", new UUID(0, 0));

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * The group of that id.
     *
     * @throws NotFound if there is none
     */
    public Group get(GroupId id) {
        return find(id).orElseThrow(() -> new NotFound("group"));
    }

    public Optional<Group> find(GroupId id) {
        return EntityQueries.find(em, Group.class, id.value());
    }

    /** By name. */
    public Slice<Group> page(Optional<Position> after, int limit) {
        Position from = after.orElse(START);
        List<Group> rows = em.createQuery(
                        "SELECT g FROM Group g WHERE g.name > :name OR g.name = :name AND g.id > :id ORDER BY g.name, g.id",
                        Group.class)
                .setParameter("name", from.key())
                .setParameter("id", from.id())
                .setMaxResults(limit + 1)
                .getResultList();
        return Slice.of(
                rows, limit, group -> new Position(group.name(), group.id().value()));
    }

    /** The members of a group, by name. */
    public Slice<MemberRow> members(GroupId group, Optional<Position> after, int limit) {
        Position from = after.orElse(START);
        List<MemberRow> rows = em.createQuery("""
                        SELECT m, u.name FROM Membership m, User u
                        WHERE m.groupId = :group AND u.id = m.agentId
                          AND (u.name > :name OR u.name = :name AND u.id > :id)
                        ORDER BY u.name, u.id
                        """, Object[].class)
                .setParameter("group", group.value())
                .setParameter("name", from.key())
                .setParameter("id", from.id())
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(row -> row((Membership) row[0], (String) row[1]))
                .toList();
        return Slice.of(
                rows,
                limit,
                member -> new Position(member.name(), member.agentId().value()));
    }

    private static MemberRow row(Membership membership, String name) {
        return new MemberRow(membership.agentId(), name, membership.since());
    }

    public Optional<Membership> findMember(GroupId group, UserId agent) {
        return EntityQueries.find(em, Membership.class, new Membership.Key(group, agent));
    }

    public void add(Membership membership) {
        em.persist(membership);
    }

    public void remove(Membership membership) {
        em.remove(membership);
    }

    public boolean nameIsTaken(String name, GroupId except) {
        return !em.createQuery("SELECT x.id FROM Group x WHERE x.name = :name AND x.id <> :except")
                .setParameter("name", name)
                .setParameter("except", except.value())
                .getResultList()
                .isEmpty();
    }

    public void add(Group group) {
        em.persist(group);
    }

    /** Removes a group; its members are members no more. */
    public void remove(Group group) {
        em.createQuery("DELETE FROM Membership m WHERE m.groupId = :group")
                .setParameter("group", group.id().value())
                .executeUpdate();
        em.remove(group);
    }

    /** Takes the default from whichever group has it. */
    public void clearDefault() {
        em.createQuery("UPDATE Group g SET g.isDefault = FALSE, g.version = g.version + 1 WHERE g.isDefault = TRUE")
                .executeUpdate();
    }

    /** Writes what is pending, so that the database's own rules speak now and versions are final. */
    public void flush() {
        em.flush();
    }
}
