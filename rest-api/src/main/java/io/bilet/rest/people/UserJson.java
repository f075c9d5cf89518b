package io.bilet.rest.people;

import io.bilet.api.v1.UsersApi.ListUsersQuery;
import io.bilet.api.v1.model.Role;
import io.bilet.people.EmailAddress;
import io.bilet.people.IdentityKey;
import io.bilet.people.Login;
import io.bilet.people.OrganizationId;
import io.bilet.people.PhoneNumber;
import io.bilet.people.User;
import io.bilet.people.UserProfile;
import io.bilet.people.admin.NewUser;
import io.bilet.people.directory.UserFilter;
import io.bilet.people.directory.UserRow;
import io.bilet.platform.json.Wire;
import io.bilet.platform.text.Tags;
import io.bilet.rest.http.CommaList;
import io.bilet.rest.http.Patch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users as the API shows and takes them. */
final class UserJson {

    private UserJson() {}

    static io.bilet.api.v1.model.User of(UserRow row) {
        User user = row.user();
        UserProfile profile = user.profile();
        return new io.bilet.api.v1.model.User()
                .id(user.id().toString())
                .name(profile.name())
                .role(Role.fromValue(Wire.of(profile.role())))
                .active(profile.active())
                .identities(row.identities().stream().map(IdentityJson::of).toList())
                .organizationId(text(profile.organizationId()))
                .language(profile.language())
                .timeZone(profile.timeZone())
                .externalId(profile.externalId())
                .tags(List.copyOf(profile.tags()))
                .login(login(profile.login()))
                .createdAt(user.createdAt())
                .updatedAt(user.updatedAt())
                .version(user.version());
    }

    static NewUser toNewUser(io.bilet.api.v1.model.NewUser body) {
        Role role = body.getRole() == null ? Role.REQUESTER : body.getRole();
        UserProfile profile = new UserProfile(
                body.getName(),
                role(role.value()),
                organization(body.getOrganizationId()),
                body.getLanguage(),
                body.getTimeZone(),
                body.getExternalId(),
                Tags.normalise(orEmpty(body.getTags()), "/tags"),
                true,
                body.getLogin() == null
                        ? null
                        : new Login(body.getLogin().getIssuer(), body.getLogin().getSubject()));
        return new NewUser(profile, IdentityJson.toNewIdentities(orEmpty(body.getIdentities())));
    }

    static UserProfile patched(UserProfile present, Patch patch) {
        return new UserProfile(
                patch.text("name", present.name()),
                role(patch.text("role", Wire.of(present.role()))),
                cleared(patch, "organization_id", text(present.organizationId()))
                        .map(OrganizationId::parse)
                        .orElse(null),
                cleared(patch, "language", present.language()).orElse(null),
                cleared(patch, "time_zone", present.timeZone()).orElse(null),
                cleared(patch, "external_id", present.externalId()).orElse(null),
                Tags.normalise(patch.texts("tags", List.copyOf(present.tags())), "/tags"),
                patch.truth("active", present.active()),
                patchedLogin(present.login(), patch));
    }

    private static @Nullable Login patchedLogin(@Nullable Login present, Patch patch) {
        if (patch.clears("login")) {
            return null;
        }
        return patch.inner("login")
                .map(login -> new Login(
                        login.text("issuer", present == null ? "" : present.issuer()),
                        login.text("subject", present == null ? "" : present.subject())))
                .orElse(present);
    }

    /** Empty if what is asked for can belong to nobody, because it is no address or number. */
    static Optional<UserFilter> toFilter(ListUsersQuery query) {
        Optional<IdentityKey> key = query.email == null
                ? Optional.ofNullable(query.phone).flatMap(PhoneNumber::find).map(PhoneNumber::key)
                : EmailAddress.find(query.email).map(EmailAddress::key);
        if (key.isEmpty() && (query.email != null || query.phone != null)) {
            return Optional.empty();
        }
        return Optional.of(new UserFilter(
                key.orElse(null),
                query.namePrefix,
                query.externalId,
                CommaList.constants(io.bilet.people.Role.class, query.role, "role"),
                organization(query.organizationId),
                query.active));
    }

    private static Optional<String> cleared(Patch patch, String field, @Nullable String present) {
        return patch.cleared(field, Optional.ofNullable(present));
    }

    static io.bilet.people.Role role(String text) {
        return Wire.read(io.bilet.people.Role.class, text, "/role");
    }

    private static @Nullable OrganizationId organization(@Nullable String id) {
        return id == null ? null : OrganizationId.parse(id);
    }

    private static @Nullable String text(@Nullable OrganizationId id) {
        return id == null ? null : id.toString();
    }

    private static io.bilet.api.v1.model.@Nullable Login login(@Nullable Login login) {
        return login == null
                ? null
                : new io.bilet.api.v1.model.Login().issuer(login.issuer()).subject(login.subject());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
