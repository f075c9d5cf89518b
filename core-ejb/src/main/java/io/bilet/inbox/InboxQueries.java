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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The inbox of one agent, in one statement a page. */
@ApplicationScoped
public class InboxQueries {

    private static final Instant NO_DUE_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private static final Position START = new Position(Instant.EPOCH.toString(), new UUID(0, 0));

    /** The index gives the tickets in order; whatever else is shown is looked up for those of the page. */
    private static final String PAGE = """
            SELECT STRAIGHT_JOIN {t.*}, u.name AS requester_name,
                   (SELECT i.value FROM identity i
                    WHERE i.user_id = u.id AND i.type = 'EMAIL' ORDER BY i.id LIMIT 1) AS requester_email,
                   c.id AS comment_id, c.author_id AS comment_author, c.author_role AS comment_role,
                   c.visibility AS comment_visibility, LEFT(c.text, 200) AS comment_excerpt, c.created_at AS comment_at,
                   EXISTS (SELECT 1 FROM sla_clock s WHERE s.ticket_id = t.id AND s.breached_at IS NOT NULL
                           AND s.state IN ('RUNNING', 'PAUSED')) AS breached,
                   t.last_comment_at > COALESCE(r.read_at, '1970-01-01') AS unread
            FROM ticket t
            JOIN user u ON u.id = t.requester_id
            LEFT JOIN comment c ON c.ticket_id = t.id AND c.id =
                 (SELECT MAX(l.id) FROM comment l WHERE l.ticket_id = t.id)
            LEFT JOIN read_mark r ON r.user_id = :agent AND r.ticket_id = t.id
            WHERE t.assignee_id = :agent AND t.inbox_folder = :folder
              AND t.inbox_order >= :due AND (t.inbox_order > :due OR t.id > :id)
            ORDER BY t.inbox_order, t.id
            LIMIT :limit
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** One page, the earliest due first and what is not due at all last. */
    public Slice<InboxRow> page(UserId agent, Folder folder, Optional<Position> after, int limit) {
        List<InboxRow> rows = rows(agent, folder, after.orElse(START), limit + 1);
        return Slice.of(rows, limit, row -> position(row.ticket()));
    }

    @SuppressWarnings("unchecked")
    private List<InboxRow> rows(UserId agent, Folder folder, Position after, int limit) {
        List<Object[]> rows = em.createNativeQuery(PAGE)
                .unwrap(NativeQuery.class)
                .addEntity("t", Ticket.class)
                .addScalar("requester_name")
                .addScalar("requester_email")
                .addScalar("comment_id")
                .addScalar("comment_author")
                .addScalar("comment_role")
                .addScalar("comment_visibility")
                .addScalar("comment_excerpt")
                .addScalar("comment_at")
                .addScalar("breached")
                .addScalar("unread")
                .setParameter("agent", agent.value())
                .setParameter("folder", folder.name())
                .setParameter("due", Utc.column(Instant.parse(after.key())))
                .setParameter("id", after.id())
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(InboxQueries::row).toList();
    }

    private static InboxRow row(Object[] row) {
        Ticket ticket = (Ticket) row[0];
        var requester =
                new InboxRow.Person(ticket.origin().requester(), Columns.text(row[1]), Columns.textOrNull(row[2]));
        return new InboxRow(
                ticket, requester, lastMessage(row), Columns.truth(row[9]), row[10] != null && Columns.truth(row[10]));
    }

    private static InboxRow.@Nullable LastMessage lastMessage(Object[] row) {
        if (row[3] == null) {
            return null;
        }
        UUID author = Columns.uuidOrNull(row[4]);
        return new InboxRow.LastMessage(
                new CommentId(Columns.uuid(row[3])),
                author == null ? null : new UserId(author),
                AuthorRole.valueOf(Columns.text(row[5])),
                Visibility.valueOf(Columns.text(row[6])),
                Columns.text(row[7]),
                Objects.requireNonNull(Utc.instant(row[8])));
    }

    private static Position position(Ticket ticket) {
        return new Position(
                ticket.due().at().orElse(NO_DUE_TIME).toString(), ticket.id().value());
    }
}
