package io.bilet.inbox;

import io.bilet.people.UserId;
import io.bilet.platform.database.Columns;
import io.bilet.ticket.Folder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what lies in the folders of an agent, in one statement however many there are. */
@ApplicationScoped
public class FolderQueries {

    static final int COUNTED_MAX = 1_000;

    private static final List<Folder> FOLDERS = List.of(Folder.INBOX, Folder.SNOOZED, Folder.ARCHIVE);

    private static final String FOLDER = """
            SELECT '%1$s', COUNT(*), COALESCE(SUM(w.unread), 0), COALESCE(SUM(w.returned), 0), COALESCE(SUM(w.given), 0)
            FROM (SELECT t.last_comment_at > COALESCE(r.read_at, '1970-01-01') AS unread,
                         t.snooze_return_count > 0 AS returned, t.handover_id IS NOT NULL AS given
                  FROM ticket t LEFT JOIN read_mark r ON r.user_id = :agent AND r.ticket_id = t.id
                  WHERE t.assignee_id = :agent AND t.inbox_folder = '%1$s'
                  LIMIT %2$d) w
            """;

    private static final String FOLDERS_OF_AGENT = FOLDERS.stream()
            .map(folder -> FOLDER.formatted(folder.name(), COUNTED_MAX + 1))
            .collect(Collectors.joining(" UNION ALL "));

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** The inbox, what is snoozed, and the archive. */
    public List<FolderCount> of(UserId agent) {
        @SuppressWarnings("unchecked")
        Stream<Object[]> rows = em.createNativeQuery(FOLDERS_OF_AGENT)
                .setParameter("agent", agent.value().toString())
                .getResultStream();
        return rows.map(FolderQueries::count).toList();
    }

    private static FolderCount count(Object[] row) {
        long found = Columns.number(row[1]);
        return new FolderCount(
                Folder.valueOf(Columns.text(row[0])),
                Math.min(found, COUNTED_MAX),
                Columns.number(row[2]),
                Columns.number(row[3]),
                Columns.number(row[4]),
                found <= COUNTED_MAX);
    }
}
