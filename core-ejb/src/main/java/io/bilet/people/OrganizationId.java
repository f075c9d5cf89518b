package io.bilet.people;

import io.bilet.platform.id.PublicId;
import java.util.UUID;

/** Names one organization; written {@code org_…} outside. */
public record OrganizationId(UUID value) {

    private static final String PREFIX = "org";

    public static OrganizationId next() {
        return new OrganizationId(PublicId.next());
    }

    /** Reads the outside form; throws {@link io.bilet.platform.id.MalformedId} if the text has another shape. */
    public static OrganizationId parse(String text) {
        return new OrganizationId(PublicId.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
