package io.bilet.people.organization;

import io.bilet.people.OrganizationId;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Organizations with their domains. */
@ApplicationScoped
public class OrganizationRepository {

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
        return Optional.ofNullable(em.find(Organization.class, id.value()));
    }

    /** Those of {@code domains} that belong to another organization than {@code except}. */
    public List<String> takenDomains(Collection<String> domains, OrganizationId except) {
        return em.createQuery(
                        "SELECT d FROM Organization o JOIN o.domains d WHERE d IN :domains AND o.id <> :except",
                        String.class)
                .setParameter("domains", domains)
                .setParameter("except", except.value())
                .getResultList();
    }

    public boolean externalIdIsTaken(String externalId, OrganizationId except) {
        return !em.createQuery("SELECT o.id FROM Organization o WHERE o.externalId = :key AND o.id <> :except")
                .setParameter("key", externalId)
                .setParameter("except", except.value())
                .getResultList()
                .isEmpty();
    }

    public void add(Organization organization) {
        em.persist(organization);
    }

    /** Writes what is pending, so that the database's own rules speak now and versions are final. */
    public void flush() {
        em.flush();
    }
}
