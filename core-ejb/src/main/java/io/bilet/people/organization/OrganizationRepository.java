package io.bilet.people.organization;

import io.bilet.people.MailDomain;
import io.bilet.people.OrganizationId;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Organizations with their domains. */
@ApplicationScoped
public class OrganizationRepository {

    private static final String OF_EXTERNAL_ID =
            "SELECT o.id FROM Organization o WHERE o.externalId = :sought AND o.id <> :except";

    private static final String OF_A_DOMAIN =
            "SELECT o.id FROM Organization o JOIN o.domains d WHERE d IN :sought AND o.id <> :except";

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * The organization of that id.
     *
     * @throws NotFound if there is none
     */
    public Organization get(OrganizationId id) {
        return find(id).orElseThrow(() -> new NotFound("organization"));
    }

    public Optional<Organization> find(OrganizationId id) {
        return EntityQueries.find(em, Organization.class, id.value());
    }

    /** Whose domain this is. */
    public Optional<OrganizationId> findByDomain(MailDomain domain) {
        return em.createQuery("SELECT o.id FROM Organization o JOIN o.domains d WHERE d = :domain", UUID.class)
                .setParameter("domain", domain.ascii())
                .getResultStream()
                .map(OrganizationId::new)
                .findFirst();
    }

    /** Whether a domain or the external id of this profile belongs to another organization than {@code id}. */
    public boolean isTaken(OrganizationProfile profile, OrganizationId id) {
        return isFound(OF_EXTERNAL_ID, profile.externalId(), id)
                || (!profile.domains().isEmpty() && isFound(OF_A_DOMAIN, profile.domains(), id));
    }

    private boolean isFound(String query, @Nullable Object sought, OrganizationId except) {
        return sought != null
                && !em.createQuery(query)
                        .setParameter("sought", sought)
                        .setParameter("except", except.value())
                        .getResultList()
                        .isEmpty();
    }

    public void add(Organization organization) {
        em.persist(organization);
    }

    public void remove(Organization organization) {
        em.remove(organization);
    }

    /** Writes what is pending, so that the database's own rules speak now and versions are final. */
    public void flush() {
        em.flush();
    }
}
