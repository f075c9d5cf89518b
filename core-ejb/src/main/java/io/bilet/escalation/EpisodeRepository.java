package io.bilet.escalation;

import io.bilet.people.GroupId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.id.PublicId;
import io.bilet.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Stores the stays of tickets that ended. */
@ApplicationScoped
public class EpisodeRepository {

    /** More than a ticket that is not passed round in circles ever has. */
    private static final int EPISODES_MAX = 1_000;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    void add(TicketId ticket, Episode episode) {
        em.createNativeQuery("INSERT INTO ticket_episode"
                        + " (ticket_id, id, tier, group_id, from_at, to_at, outcome, reason)"
                        + " VALUES (:ticket, :id, :tier, :group, :from, :to, :outcome, :reason)")
                .setParameter("ticket", ticket.value().toString())
                .setParameter("id", PublicId.next().toString())
                .setParameter("tier", episode.tier())
                .setParameter("group", episode.group().value().toString())
                .setParameter("from", Utc.column(episode.from()))
                .setParameter("to", Utc.column(episode.to()))
                .setParameter("outcome", episode.outcome().name())
                .setParameter("reason", episode.reason())
                .executeUpdate();
    }

    /** The stays of a ticket that ended, oldest first. */
    public List<Episode> of(TicketId ticket) {
        @SuppressWarnings("unchecked")
        Stream<Object[]> rows = em.createNativeQuery("SELECT group_id, tier, from_at, to_at, outcome, reason"
                        + " FROM ticket_episode WHERE ticket_id = :ticket ORDER BY id LIMIT " + EPISODES_MAX)
                .setParameter("ticket", ticket.value().toString())
                .getResultStream();
        return rows.map(row -> new Episode(
                        new GroupId(Columns.uuid(row[0])),
                        (int) Columns.number(row[1]),
                        Objects.requireNonNull(Utc.instant(row[2])),
                        Objects.requireNonNull(Utc.instant(row[3])),
                        EpisodeOutcome.valueOf(Columns.text(row[4])),
                        Columns.textOrNull(row[5])))
                .toList();
    }
}
