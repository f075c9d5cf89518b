package io.bilet.swarm;

import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.database.Utc;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.id.PublicId;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores swarms, who is in them and what they contributed. */
@ApplicationScoped
public class SwarmRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * The swarm of that id.
     *
     * @throws NotFound if there is none
     */
    public Swarm get(SwarmId id) {
        return EntityQueries.find(em, Swarm.class, id.value()).orElseThrow(() -> new NotFound("swarm"));
    }

    public void add(Swarm swarm) {
        em.persist(swarm);
    }

    /** Writes what is pending, so that versions are final. */
    public void flush() {
        em.flush();
    }

    public boolean isOpenOn(TicketId ticket) {
        return !em.createQuery("SELECT s.id FROM Swarm s WHERE s.ticketId = :ticket AND s.closedAt IS NULL")
                .setParameter("ticket", ticket.value())
                .getResultList()
                .isEmpty();
    }

    /** Everybody who was asked, the first asked first. */
    public List<SwarmMember> members(SwarmId swarm) {
        return em.createQuery(
                        "SELECT m FROM SwarmMember m WHERE m.swarmId = :swarm ORDER BY m.invitedAt, m.agentId",
                        SwarmMember.class)
                .setParameter("swarm", swarm.value())
                .getResultList();
    }

    /** Everybody who was asked in each of these swarms, in one statement. */
    public Map<SwarmId, List<SwarmMember>> members(Collection<Swarm> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "SELECT m FROM SwarmMember m WHERE m.swarmId IN :swarms ORDER BY m.invitedAt, m.agentId",
                        SwarmMember.class)
                .setParameter(
                        "swarms", of.stream().map(swarm -> swarm.id().value()).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(SwarmMember::swarm));
    }

    public Optional<SwarmMember> member(SwarmId swarm, UserId agent) {
        return EntityQueries.find(em, SwarmMember.class, new SwarmMember.Key(swarm, agent));
    }

    public SwarmMember invite(Ticket ticket, Swarm swarm, UserId agent, @Nullable Sought sought, Instant now) {
        SwarmMember member = SwarmMember.invited(ticket, swarm, agent, sought, now);
        em.persist(member);
        return member;
    }

    /** Whether somebody was asked to help with the ticket and did not decline. */
    public boolean hasMember(TicketId ticket, UserId user) {
        return !em.createNativeQuery("SELECT 1 FROM swarm_member WHERE ticket_id = :ticket AND agent_id = :agent"
                        + " AND state <> 'DECLINED' LIMIT 1")
                .setParameter("ticket", ticket.value().toString())
                .setParameter("agent", user.value().toString())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .isEmpty();
    }

    /**
     * Keeps what a member found out.
     *
     * @throws io.bilet.platform.error.Conflict unless they accepted
     */
    public Contribution contribute(
            Ticket ticket, Swarm swarm, SwarmMember member, String text, Duration spent, Instant now) {
        member.contributed(spent);
        var contribution = new Contribution(PublicId.next(), member.agent(), text, spent, now);
        em.createNativeQuery("INSERT INTO swarm_contribution (swarm_id, id, agent_id, text, spent_seconds, created_at)"
                        + " VALUES (:swarm, :id, :agent, :text, :spent, :at)")
                .setParameter("swarm", swarm.id().value().toString())
                .setParameter("id", contribution.id().toString())
                .setParameter("agent", member.agent().value().toString())
                .setParameter("text", text)
                .setParameter("spent", spent.toSeconds())
                .setParameter("at", Utc.column(now))
                .executeUpdate();
        ticket.happenings().passes(SwarmEvent.contributed(swarm, member.agent()));
        return contribution;
    }

    /** One page of what was contributed, oldest first. */
    public Slice<Contribution> contributions(SwarmId swarm, Optional<Position> after, int limit) {
        @SuppressWarnings("unchecked")
        Stream<Object[]> rows = em.createNativeQuery("SELECT id, agent_id, text, spent_seconds, created_at"
                        + " FROM swarm_contribution WHERE swarm_id = :swarm AND id > :after ORDER BY id LIMIT :limit")
                .setParameter("swarm", swarm.value().toString())
                .setParameter(
                        "after",
                        after.map(Position::id).orElseGet(() -> new UUID(0, 0)).toString())
                .setParameter("limit", limit + 1)
                .getResultStream();
        List<Contribution> found = rows.map(row -> new Contribution(
                        Columns.uuid(row[0]),
                        new UserId(Columns.uuid(row[1])),
                        Columns.text(row[2]),
                        Duration.ofSeconds(Columns.number(row[3])),
                        Objects.requireNonNull(Utc.instant(row[4]))))
                .toList();
        return Slice.of(found, limit, contribution -> new Position("", contribution.id()));
    }
}
