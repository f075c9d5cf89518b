package io.bilet.people;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A user in the part of somebody who asks, with the organization they ask for.
 *
 * @param address the mail address they are written to; empty if they have none
 * @param organizationName present exactly when the organization is
 */
public record Requester(
        UserId id,
        String name,
        Role role,
        boolean active,
        @Nullable String address,
        @Nullable String language,
        @Nullable String timeZone,
        SortedSet<String> tags,
        @Nullable OrganizationId organizationId,
        @Nullable String organizationName) {}
