package io.bilet.inbox;

import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inbox of one agent, in two statements a page. */
@ApplicationScoped
public class InboxQueries {

    private static final Instant NO_DUE_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private static final Position START = new Position(Instant.EPOCH.toString(), new UUID(0, 0));

    private static final String PAGE = """
            SELECT t.* FROM ticket t
            WHERE t.assignee_id = :agent AND t.inbox_folder = :folder
              AND t.inbox_order >= :due AND (t.inbox_order > :due OR t.id > :id)
            ORDER BY t.inbox_order, t.id
            LIMIT :limit
            """;

    private static final String DETAILS = """
            SELECT t.id, u.id AS requester_id, u.name,
                   (SELECT i.value FROM identity i WHERE i.user_id = u.id AND i.type = 'EMAIL' ORDER BY i.id LIMIT 1),
                   c.id AS comment_id, c.author_id, c.author_role, c.visibility, LEFT(c.text, 200), c.created_at,
                   EXISTS (SELECT 1 FROM sla_clock s
                           WHERE s.ticket_id = t.id AND s.breached_at IS NOT NULL AND s.state IN ('RUNNING', 'PAUSED')),
                   t.last_comment_at > COALESCE(r.read_at, '1970-01-01')
            FROM ticket t
            JOIN user u ON u.id = t.requester_id
            LEFT JOIN comment c ON c.ticket_id = t.id AND c.id =
                 (SELECT l.id FROM comment l WHERE l.ticket_id = t.id ORDER BY l.id DESC LIMIT 1)
            LEFT JOIN read_mark r ON r.ticket_id = t.id AND r.user_id = :agent
            WHERE t.id IN (:tickets)
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** One page, the earliest due first and what is not due at all last. */
    public Slice<InboxRow> page(UserId agent, Folder folder, Optional<Position> after, int limit) {
        List<Ticket> tickets = tickets(agent, folder, after.orElse(START), limit + 1);
        Map<UUID, InboxRow> rows = details(agent, tickets);
        return Slice.of(tickets, limit, InboxQueries::position)
                .map(ticket -> Objects.requireNonNull(rows.get(ticket.id().value())));
    }

    @SuppressWarnings("unchecked")
    private List<Ticket> tickets(UserId agent, Folder folder, Position after, int limit) {
        return em.createNativeQuery(PAGE, Ticket.class)
                .setParameter("agent", agent.value())
                .setParameter("folder", folder.name())
                .setParameter("due", Utc.column(Instant.parse(after.key())))
                .setParameter("id", after.id())
                .setParameter("limit", limit)
                .getResultList();
    }

    private Map<UUID, InboxRow> details(UserId agent, List<Ticket> tickets) {
        Map<UUID, InboxRow> rows = new HashMap<>();
        if (tickets.isEmpty()) {
            return rows;
        }
        Map<UUID, Ticket> byId = new HashMap<>();
        tickets.forEach(ticket -> byId.put(ticket.id().value(), ticket));
        @SuppressWarnings("unchecked")
        List<Object[]> found = em.createNativeQuery(DETAILS)
                .setParameter("agent", agent.value())
                .setParameter("tickets", byId.keySet())
                .getResultList();
        for (Object[] row : found) {
            UUID id = Columns.uuid(row[0]);
            rows.put(id, row(Objects.requireNonNull(byId.get(id)), row));
        }
        return rows;
    }

    private static InboxRow row(Ticket ticket, Object[] row) {
        var requester =
                new InboxRow.Person(new UserId(Columns.uuid(row[1])), Columns.text(row[2]), Columns.textOrNull(row[3]));
        return new InboxRow(
                ticket, requester, lastMessage(row), Columns.truth(row[10]), row[11] != null && Columns.truth(row[11]));
    }

    private static InboxRow.@Nullable LastMessage lastMessage(Object[] row) {
        if (row[4] == null) {
            return null;
        }
        UUID author = Columns.uuidOrNull(row[5]);
        return new InboxRow.LastMessage(
                new CommentId(Columns.uuid(row[4])),
                author == null ? null : new UserId(author),
                AuthorRole.valueOf(Columns.text(row[6])),
                Visibility.valueOf(Columns.text(row[7])),
                Columns.text(row[8]),
                Objects.requireNonNull(Utc.instant(row[9])));
    }

    private static Position position(Ticket ticket) {
        return new Position(
                ticket.due().at().orElse(NO_DUE_TIME).toString(), ticket.id().value());
    }
}
