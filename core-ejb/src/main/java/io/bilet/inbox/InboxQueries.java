package io.bilet.inbox;

import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.Folder;
import io.bilet.ticket.HandoverId;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketStatus;
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
                   t.last_comment_at > COALESCE(r.read_at, '1970-01-01') AS unread,
                   h.id AS handover_id, h.from_agent_id, h.reason AS handover_reason, h.answer_by
            FROM ticket t
            JOIN user u ON u.id = t.requester_id
            LEFT JOIN comment c ON c.ticket_id = t.id AND c.id =
                 (SELECT MAX(l.id) FROM comment l WHERE l.ticket_id = t.id)
            LEFT JOIN read_mark r ON r.user_id = :agent AND r.ticket_id = t.id
            LEFT JOIN handover h ON h.ticket_id = t.id AND h.id = t.handover_id
            WHERE t.assignee_id = :agent AND t.inbox_folder = :folder AND t.status IN (:statuses)
              AND t.inbox_order >= :due AND (t.inbox_order > :due OR t.id > :id)
            ORDER BY t.inbox_order, t.id
            LIMIT :limit
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * What is asked for.
     *
     * @param statuses any of these; all if there are none
     */
    public record Shelf(UserId agent, Folder folder, List<TicketStatus> statuses) {}

    /** One page, the earliest due first and what is not due at all last; closed tickets lie in no folder. */
    public Slice<InboxRow> page(Shelf shelf, Optional<Position> after, int limit) {
        List<InboxRow> rows = rows(shelf, after.orElse(START), limit + 1);
        return Slice.of(rows, limit, row -> position(row.ticket()));
    }

    @SuppressWarnings("unchecked")
    private List<InboxRow> rows(Shelf shelf, Position after, int limit) {
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
                .addScalar("handover_id")
                .addScalar("from_agent_id")
                .addScalar("handover_reason")
                .addScalar("answer_by")
                .setParameter("agent", shelf.agent().value())
                .setParameter("folder", shelf.folder().name())
                .setParameter("statuses", names(shelf.statuses()))
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
        boolean unread = row[10] != null && Columns.truth(row[10]);
        return new InboxRow(ticket, requester, lastMessage(row), handedOver(row), Columns.truth(row[9]), unread);
    }

    private static List<String> names(List<TicketStatus> statuses) {
        return (statuses.isEmpty() ? List.of(TicketStatus.values()) : statuses)
                .stream().map(TicketStatus::name).toList();
    }

    private static InboxRow.@Nullable HandedOver handedOver(Object[] row) {
        if (row[11] == null) {
            return null;
        }
        return new InboxRow.HandedOver(
                new HandoverId(Columns.uuid(row[11])),
                new UserId(Columns.uuid(row[12])),
                Columns.text(row[13]),
                Objects.requireNonNull(Utc.instant(row[14])));
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
