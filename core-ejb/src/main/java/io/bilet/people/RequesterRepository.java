package io.bilet.people;

import io.bilet.platform.database.Utc;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.text.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requesters with their organization, each in one statement; newcomers are added here. Looking never writes what the
 * caller has not written yet.
 */
@ApplicationScoped
public class RequesterRepository {

    private static final String COLUMNS = """
            SELECT u.id, u.name, u.role, u.active, u.language, u.time_zone, u.tags, i.value AS address,
                   o.id AS organization_id, o.name AS organization_name
            """;

    private static final String BY_ID = COLUMNS + """
            FROM user u
            LEFT JOIN identity i ON i.user_id = u.id AND i.type = 'EMAIL'
            LEFT JOIN organization o ON o.id = u.organization_id
            WHERE u.id = :id
            ORDER BY i.id
            LIMIT 1
            """;

    /** A row for each address, a requester's first address first. */
    private static final String BY_IDS = COLUMNS + """
            FROM user u
            LEFT JOIN identity i ON i.user_id = u.id AND i.type = 'EMAIL'
            LEFT JOIN organization o ON o.id = u.organization_id
            WHERE u.id IN (:ids)
            ORDER BY i.id
            """;

    /** Answers one row in any case: the requester, or else the organization that a newcomer would belong to. */
    private static final String BY_ADDRESS = COLUMNS + """
            FROM (SELECT 1) one
            LEFT JOIN identity i ON i.type = 'EMAIL' AND i.normalized = :address
            LEFT JOIN user u ON u.id = i.user_id
            LEFT JOIN organization_domain d ON d.domain = :domain AND u.id IS NULL
            LEFT JOIN organization o ON o.id = COALESCE(u.organization_id, d.organization_id)
            """;

    private static final String INSERT_USER = """
            INSERT INTO user (id, name, role, organization_id, language, tags, active, created_at, updated_at, version)
            VALUES (:id, :name, 'REQUESTER', :organization, :language, '', TRUE, :now, :now, 0)
            """;

    /** Waits for another transaction that is adding the same address, and then adds nothing. */
    private static final String INSERT_IDENTITY = """
            INSERT IGNORE INTO identity (id, user_id, type, value, normalized, created_at)
            VALUES (:id, :user, 'EMAIL', :value, :normalized, :now)
            """;

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * The user of that id with their organization.
     *
     * @throws NotFound if there is none
     */
    public Requester get(UserId id) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(BY_ID, Tuple.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("id", id.value())
                .getResultList();
        return rows.stream().findFirst().map(RequesterRepository::requester).orElseThrow(() -> new NotFound("user"));
    }

    /** The users of those ids with their organizations, in one statement; who is not there is left out. */
    public Map<UserId, Requester> all(Collection<UserId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(BY_IDS, Tuple.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("ids", ids.stream().map(UserId::value).toList())
                .getResultList();
        Map<UserId, Requester> found = new HashMap<>();
        rows.stream()
                .map(RequesterRepository::requester)
                .forEach(requester -> found.putIfAbsent(requester.id(), requester));
        return found;
    }

    public Optional<Requester> find(EmailAddress address) {
        Tuple row = byAddress(address);
        return row.get("id") == null ? Optional.empty() : Optional.of(requester(row));
    }

    /**
     * Whoever has this address; a newcomer becomes a requester, in the organization that has the address's domain. Two
     * transactions that meet the same newcomer at once agree on one user.
     *
     * @param name how a newcomer calls themselves; what no name can hold is left out
     */
    public Requester meet(EmailAddress address, String name, @Nullable String language, Instant now) {
        Tuple row = byAddress(address);
        if (row.get("id") != null) {
            return requester(row);
        }
        Requester newcomer = newcomer(address, PersonName.of(name, address), language, row);
        insertUser(newcomer, now);
        if (insertIdentity(newcomer.id(), address, now) == 1) {
            return newcomer;
        }
        em.createNativeQuery("DELETE FROM user WHERE id = :id")
                .setParameter("id", newcomer.id().value())
                .executeUpdate();
        return requester(byAddress(address));
    }

    private Tuple byAddress(EmailAddress address) {
        return (Tuple) em.createNativeQuery(BY_ADDRESS, Tuple.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("address", address.normalized())
                .setParameter("domain", address.domain().ascii())
                .getSingleResult();
    }

    private void insertUser(Requester newcomer, Instant now) {
        OrganizationId organization = newcomer.organizationId();
        em.createNativeQuery(INSERT_USER)
                .setParameter("id", newcomer.id().value())
                .setParameter("name", newcomer.name())
                .setParameter("organization", organization == null ? null : organization.value())
                .setParameter("language", newcomer.language())
                .setParameter("now", Utc.column(now))
                .executeUpdate();
    }

    private int insertIdentity(UserId user, EmailAddress address, Instant now) {
        return em.createNativeQuery(INSERT_IDENTITY)
                .setParameter("id", IdentityId.next().value())
                .setParameter("user", user.value())
                .setParameter("value", address.text())
                .setParameter("normalized", address.normalized())
                .setParameter("now", Utc.column(now))
                .executeUpdate();
    }

    private static Requester newcomer(EmailAddress address, String name, @Nullable String language, Tuple row) {
        return new Requester(
                UserId.next(),
                name,
                Role.REQUESTER,
                true,
                address.text(),
                language,
                null,
                new TreeSet<>(),
                organization(row),
                row.get("organization_name", String.class));
    }

    private static Requester requester(Tuple row) {
        return new Requester(
                new UserId(row.get("id", UUID.class)),
                row.get("name", String.class),
                Role.valueOf(row.get("role", String.class)),
                row.get("active", Boolean.class),
                row.get("address", String.class),
                row.get("language", String.class),
                row.get("time_zone", String.class),
                new Tags().convertToEntityAttribute(row.get("tags", String.class)),
                organization(row),
                row.get("organization_name", String.class));
    }

    private static @Nullable OrganizationId organization(Tuple row) {
        UUID id = row.get("organization_id", UUID.class);
        return id == null ? null : new OrganizationId(id);
    }
}
