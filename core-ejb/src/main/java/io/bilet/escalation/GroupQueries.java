package io.bilet.escalation;

import io.bilet.people.GroupId;
import io.bilet.people.OrganizationId;
import io.bilet.platform.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the groups to which tickets can be escalated. */
@ApplicationScoped
class GroupQueries {

    private static final String GROUPS = """
            SELECT g.id, g.tier, g.vendor, FIND_IN_SET(:organization, g.organization_ids) > 0 AS wing,
                   EXISTS (SELECT 1 FROM group_member m JOIN user u ON u.id = m.agent_id AND u.active
                           WHERE m.group_id = g.id) AS staffed,
                   EXISTS (SELECT 1 FROM group_member m JOIN user u ON u.id = m.agent_id AND u.active
                           JOIN agent a ON a.id = m.agent_id AND a.presence = 'ONLINE'
                           WHERE m.group_id = g.id) AS online
            FROM agent_group g
            """;

    private static final String OF_TIER = GROUPS + """
            WHERE g.tier = :tier AND (g.organization_ids = '' OR FIND_IN_SET(:organization, g.organization_ids) > 0)
            ORDER BY wing DESC, online DESC, g.id
            """;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /**
     * A group as escalation sees it.
     *
     * @param wing whether it looks after the organization in question
     * @param staffed whether anybody belongs to it
     * @param online whether anybody who belongs to it is online
     */
    record Row(GroupId id, int tier, @Nullable String vendor, boolean wing, boolean staffed, boolean online) {}

    Optional<Row> find(GroupId group) {
        Query query = em.createNativeQuery(GROUPS + "WHERE g.id = :group")
                .setParameter("group", group.value().toString())
                .setParameter("organization", "");
        return rows(query).stream().findFirst();
    }

    /** The wings of the organization, and groups that are nobody's wing; who should have a ticket comes first. */
    List<Row> ofTier(int tier, @Nullable OrganizationId organization) {
        String whose = organization == null ? "" : organization.value().toString();
        return rows(em.createNativeQuery(OF_TIER).setParameter("tier", tier).setParameter("organization", whose));
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows(Query query) {
        Stream<Object[]> rows = query.getResultStream();
        return rows.map(row -> new Row(
                        new GroupId(Columns.uuid(row[0])),
                        (int) Columns.number(row[1]),
                        Columns.textOrNull(row[2]),
                        Columns.truth(row[3]),
                        Columns.truth(row[4]),
                        Columns.truth(row[5])))
                .toList();
    }
}
