package io.bilet.people.admin;

import io.bilet.people.OrganizationId;
import io.bilet.people.organization.Organization;
import io.bilet.people.organization.OrganizationProfile;
import io.bilet.people.organization.OrganizationRepository;
import io.bilet.platform.database.Constraints;
import io.bilet.platform.database.Referrer;
import io.bilet.platform.error.Conflict;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adds, changes and removes organizations. */
@Stateless
public class OrganizationAdmin {

    private static final String TAKEN = "A domain or the external id belongs to another organization.";
    private static final String IN_USE = "Users or tickets belong to the organization.";

    @Inject
    private OrganizationRepository organizations;

    @Inject
    @Any
    private Instance<Referrer> referrers;

    @Inject
    private Clock clock;

    /**
     * Adds an organization.
     *
     * @throws Conflict if another one has a domain or the external id
     */
    public Organization create(OrganizationProfile profile) {
        Organization organization = new Organization(OrganizationId.next(), profile, clock.instant());
        requireFree(profile, organization.id());
        organizations.add(organization);
        Constraints.guard(organizations::flush, TAKEN);
        return organization;
    }

    /**
     * Changes what is said about an organization; who belongs to it stays.
     *
     * @throws Conflict if another one has a domain or the external id
     */
    public Organization update(
            OrganizationId id, Optional<Integer> expectedVersion, UnaryOperator<OrganizationProfile> change) {
        Organization organization = organizations.get(id);
        organization.requireVersion(expectedVersion);
        OrganizationProfile next = change.apply(organization.profile());
        requireFree(next, id);
        organization.describe(next, clock.instant());
        Constraints.guard(organizations::flush, TAKEN);
        return organization;
    }

    /**
     * Removes an organization.
     *
     * @throws Conflict if a user or a ticket belongs to it
     */
    public void remove(OrganizationId id, Optional<Integer> expectedVersion) {
        Organization organization = organizations.get(id);
        organization.requireVersion(expectedVersion);
        if (referrers.stream().anyMatch(referrer -> referrer.mentions(id.value()))) {
            throw new Conflict(IN_USE);
        }
        organizations.remove(organization);
        Constraints.guard(organizations::flush, IN_USE);
    }

    private void requireFree(OrganizationProfile profile, OrganizationId id) {
        if (organizations.isTaken(profile, id)) {
            throw new Conflict(TAKEN);
        }
    }
}
