package io.bilet.people;

import io.bilet.platform.error.Require;
import io.bilet.platform.text.Languages;
import io.bilet.platform.text.Tags;
import io.bilet.platform.time.Zones;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a user and may be changed; refuses what breaks a rule, naming the field.
 *
 * @param organizationId empty to let a new user's mail domain decide
 * @param language BCP 47
 * @param timeZone IANA name
 * @param externalId the user's key in another system, unique
 * @param active an inactive user can neither sign in nor be given tickets
 * @param login how they sign in; nobody signs in as a user without one
 */
public record UserProfile(
        String name,
        Role role,
        @Nullable OrganizationId organizationId,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String externalId,
        SortedSet<String> tags,
        boolean active,
        @Nullable Login login) {

    static final int NAME_LENGTH_MAX = 200;
    private static final int EXTERNAL_ID_LENGTH_MAX = 190;

    public UserProfile {
        Require.line(name, NAME_LENGTH_MAX, "/name");
        language = language == null ? null : Languages.canonical(language, "/language");
        if (timeZone != null) {
            Zones.parse(timeZone, "/time_zone");
        }
        if (externalId != null) {
            Require.key(externalId, EXTERNAL_ID_LENGTH_MAX, "/external_id");
        }
        tags = Tags.normalise(tags, "/tags");
    }

    /** Somebody known by name and role only. */
    public static UserProfile of(String name, Role role) {
        return new UserProfile(name, role, null, null, null, null, Tags.normalise(List.of(), "/tags"), true, null);
    }

    /** The same, of that organization. */
    public UserProfile in(OrganizationId organization) {
        return new UserProfile(name, role, organization, language, timeZone, externalId, tags, active, login);
    }
}
