package io.bilet.people.team;

import io.bilet.people.OrganizationId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom a group is there, and who it is.
 *
 * @param organizations those whose wing it is: their escalated tickets come to it before others of its tier, and nobody
 *     else's do; empty for a group that takes everybody's
 * @param vendor who the group is, if it is a vendor; its clock is then the vendor's
 */
public record Calling(
        Set<OrganizationId> organizations, @Nullable String vendor) {

    public static final Calling EVERYBODY = new Calling(Set.of(), null);

    private static final int VENDOR_LENGTH_MAX = 100;
    private static final int ORGANIZATIONS_MAX = 100;

    public Calling {
        organizations = Set.copyOf(organizations);
        if (organizations.size() > ORGANIZATIONS_MAX) {
            throw new InvalidInput(
                    "/organization_ids",
                    "too_many",
                    "A group is the wing of at most %d organizations.".formatted(ORGANIZATIONS_MAX));
        }
        if (vendor != null) {
            Require.line(vendor, VENDOR_LENGTH_MAX, "/vendor");
        }
    }
}
