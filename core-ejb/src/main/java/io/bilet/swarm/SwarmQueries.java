package io.bilet.swarm;

import io.bilet.access.Caller;
import io.bilet.access.TicketScope;
import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds swarms, and those who could help in one. */
@ApplicationScoped
public class SwarmQueries {

    /** Who is there before who is not, who has room before who is full, then who knows more. */
    private static final String EXPERT = """
            SELECT a.id FROM agent_skill k
            JOIN agent a ON a.id = k.agent_id
            JOIN user u ON u.id = a.id AND u.active
            LEFT JOIN agent_load l ON l.agent_id = a.id
            WHERE k.skill_id = :skill AND k.level >= :level AND a.id <> :owner
              AND NOT EXISTS (SELECT 1 FROM swarm_member m WHERE m.swarm_id = :swarm AND m.agent_id = a.id)
            ORDER BY a.presence = 'ONLINE' DESC, a.presence = 'AWAY' DESC,
                     COALESCE(l.open_count, 0) < a.capacity DESC, k.level DESC, a.id
            LIMIT 1
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * Which swarms are asked for.
     *
     * @param open whether only open ones, or only others
     * @param member only those somebody was asked to help in
     */
    public record Filter(
            Optional<TicketId> ticket, @Nullable Boolean open, Optional<UserId> member) {}

    /** Who should be asked next; nobody twice, and not whoever owns the ticket. */
    public Optional<UserId> expert(SwarmId swarm, Sought sought, UserId owner) {
        List<?> found = em.createNativeQuery(EXPERT)
                .setParameter("skill", sought.skill().value().toString())
                .setParameter("level", sought.level())
                .setParameter("owner", owner.value().toString())
                .setParameter("swarm", swarm.value().toString())
                .getResultList();
        return found.stream().findFirst().map(id -> new UserId(Columns.uuid(id)));
    }

    /** One page of the swarms about tickets that the caller sees, newest first. */
    public Slice<Swarm> page(Caller caller, Filter filter, Optional<Position> after, int limit) {
        TicketScope scope = TicketScope.of(caller);
        StringBuilder sql = new StringBuilder("SELECT s.* FROM swarm s JOIN ticket t ON t.id = s.ticket_id WHERE ")
                .append(scope.condition("t"));
        after.ifPresent(position -> sql.append(" AND s.id < :after"));
        filter.ticket().ifPresent(ticket -> sql.append(" AND s.ticket_id = :ticket"));
        filter.member()
                .ifPresent(member -> sql.append(" AND EXISTS (SELECT 1 FROM swarm_member w"
                        + " WHERE w.swarm_id = s.id AND w.agent_id = :member)"));
        if (filter.open() != null) {
            sql.append(filter.open() ? " AND s.closed_at IS NULL" : " AND s.closed_at IS NOT NULL");
        }
        Query query = em.createNativeQuery(
                sql.append(" ORDER BY s.id DESC LIMIT :limit").toString(), Swarm.class);
        scope.parameters().forEach(query::setParameter);
        after.map(Position::id).map(UUID::toString).ifPresent(id -> query.setParameter("after", id));
        filter.ticket()
                .ifPresent(ticket -> query.setParameter("ticket", ticket.value().toString()));
        filter.member()
                .ifPresent(member -> query.setParameter("member", member.value().toString()));
        @SuppressWarnings("unchecked")
        List<Swarm> found = query.setParameter("limit", limit + 1).getResultList();
        return Slice.of(found, limit, swarm -> new Position("", swarm.id().value()));
    }
}
