package io.bilet.people.directory;

import static java.util.stream.Collectors.groupingBy;

import io.bilet.people.Identity;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.database.Like;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists of users with their identities, in two statements a page. */
@ApplicationScoped
public class UserQueries {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * One user.
     *
     * @throws NotFound if there is none of that id
     */
    public UserRow get(UserId id) {
        User user = EntityQueries.find(em, User.class, id.value()).orElseThrow(() -> new NotFound("user"));
        return new UserRow(user, identities(List.of(user)).getOrDefault(id, List.of()));
    }

    /** By name. */
    public Slice<UserRow> page(UserFilter filter, Optional<Position> after, int limit) {
        List<String> where = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        restrict(filter, where, values);
        after.ifPresent(position -> {
            where.add("(u.name > :afterName OR u.name = :afterName AND u.id > :afterId)");
            values.put("afterName", position.key());
            values.put("afterId", position.id());
        });
        TypedQuery<User> query = em.createQuery(
                "SELECT u FROM User u WHERE " + String.join(" AND ", where) + " ORDER BY u.name, u.id", User.class);
        values.forEach(query::setParameter);
        List<User> users = query.setMaxResults(limit + 1).getResultList();
        Slice<User> page = Slice.of(
                users, limit, user -> new Position(user.name(), user.id().value()));
        Map<UserId, List<Identity>> identities = identities(page.items());
        return page.map(user -> new UserRow(user, identities.getOrDefault(user.id(), List.of())));
    }

    private static void restrict(UserFilter filter, List<String> where, Map<String, Object> values) {
        if (filter.key() != null) {
            where.add("u.id IN (SELECT i.userId FROM Identity i WHERE i.type = :type AND i.normalized = :key)");
            values.put("type", filter.key().type());
            values.put("key", filter.key().normalized());
        }
        if (filter.namePrefix() != null) {
            where.add("u.name LIKE :prefix ESCAPE '" + Like.ESCAPE + "'");
            values.put("prefix", Like.prefix(filter.namePrefix()));
        }
        if (filter.organizationId() != null) {
            equal("organizationId", filter.organizationId().value(), where, values);
        }
        if (filter.externalId() != null) {
            equal("externalId", filter.externalId(), where, values);
        }
        if (!filter.roles().isEmpty()) {
            where.add("u.role IN :roles");
            values.put("roles", filter.roles());
        }
        if (filter.active() != null) {
            equal("active", filter.active(), where, values);
        }
    }

    private static void equal(String field, Object value, List<String> where, Map<String, Object> values) {
        where.add("u." + field + " = :" + field);
        values.put(field, value);
    }

    private Map<UserId, List<Identity>> identities(Collection<User> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("SELECT i FROM Identity i WHERE i.userId IN :users ORDER BY i.id", Identity.class)
                .setParameter(
                        "users", users.stream().map(user -> user.id().value()).toList())
                .getResultStream()
                .collect(groupingBy(Identity::userId));
    }
}
