package io.bilet.people.organization;

import io.bilet.platform.database.Like;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists of organizations with their domains, in two statements a page. */
@ApplicationScoped
public class OrganizationQueries {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /** By name. */
    public Slice<Organization> page(OrganizationFilter filter, Optional<Position> after, int limit) {
        List<String> where = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        if (filter.namePrefix() != null) {
            where.add("o.name LIKE :prefix ESCAPE '" + Like.ESCAPE + "'");
            values.put("prefix", Like.prefix(filter.namePrefix()));
        }
        if (filter.domain() != null) {
            where.add(":domain MEMBER OF o.domains");
            values.put("domain", filter.domain().ascii());
        }
        if (filter.externalId() != null) {
            where.add("o.externalId = :externalId");
            values.put("externalId", filter.externalId());
        }
        after.ifPresent(position -> {
            where.add("(o.name > :afterName OR o.name = :afterName AND o.id > :afterId)");
            values.put("afterName", position.key());
            values.put("afterId", position.id());
        });
        TypedQuery<Organization> query = em.createQuery(
                "SELECT o FROM Organization o WHERE " + String.join(" AND ", where) + " ORDER BY o.name, o.id",
                Organization.class);
        values.forEach(query::setParameter);
        return Slice.of(
                query.setMaxResults(limit + 1).getResultList(),
                limit,
                organization -> new Position(
                        organization.profile().name(), organization.id().value()));
    }
}
