package io.bilet.people.directory;

import io.bilet.people.IdentityKey;
import io.bilet.people.OrganizationId;
import io.bilet.people.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which users a list shall have; what is empty restricts nothing.
 *
 * @param key what they are recognised by
 * @param roles any of them
 * @param namePrefix how their names begin, whatever the case and the accents
 */
public record UserFilter(
        @Nullable IdentityKey key,
        @Nullable String namePrefix,
        @Nullable String externalId,
        List<Role> roles,
        @Nullable OrganizationId organizationId,
        @Nullable Boolean active) {}
