package io.bilet.rest.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.api.v1.UsersApi.ListUsersQuery;
import io.bilet.api.v1.model.IdentityType;
import io.bilet.api.v1.model.NewIdentity;
import io.bilet.api.v1.model.NewUser;
import io.bilet.people.Identity;
import io.bilet.people.IdentityId;
import io.bilet.people.IdentityKey;
import io.bilet.people.Login;
import io.bilet.people.OrganizationId;
import io.bilet.people.Role;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.directory.UserFilter;
import io.bilet.people.directory.UserRow;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.rest.http.Patch;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UserJsonTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final OrganizationId ORGANIZATION = OrganizationId.next();
    private static final UserProfile ADA = new UserProfile(
            "Ada Example",
            Role.AGENT,
            ORGANIZATION,
            "tr",
            "Europe/Istanbul",
            "crm-1",
            new TreeSet<>(Set.of("vip", "gold")),
            true,
            new Login("https://id.example.org", "6f1e"));

    @Test
    void a_user_is_shown_with_everything() {
        User user = new User(UserId.next(), ADA, MONDAY);
        Identity identity = new Identity(
                IdentityId.next(),
                user.id(),
                IdentityKey.of(io.bilet.people.IdentityType.EMAIL, "Ada@Example.org", "/value"),
                MONDAY);
        identity.verify(MONDAY);

        io.bilet.api.v1.model.User shown = UserJson.of(new UserRow(user, List.of(identity)));

        assertThat(shown.getId()).isEqualTo(user.id().toString());
        assertThat(shown.getRole()).isEqualTo(io.bilet.api.v1.model.Role.AGENT);
        assertThat(shown.getActive()).isTrue();
        assertThat(shown.getOrganizationId()).isEqualTo(ORGANIZATION.toString());
        assertThat(shown.getTags()).containsExactly("gold", "vip");
        assertThat(shown.getLogin().getSubject()).isEqualTo("6f1e");
        assertThat(shown.getCreatedAt()).isEqualTo(MONDAY);
        assertThat(shown.getIdentities()).singleElement().satisfies(one -> {
            assertThat(one.getType()).isEqualTo(IdentityType.EMAIL);
            assertThat(one.getValue()).isEqualTo("Ada@Example.org");
            assertThat(one.getVerified()).isTrue();
        });
    }

    @Test
    void whoever_is_named_only_becomes_a_requester() {
        NewUser body = new NewUser().name("Ada");
        body.setIdentities(null);
        body.setTags(null);

        io.bilet.people.admin.NewUser entry = UserJson.toNewUser(body);

        assertThat(entry.profile()).isEqualTo(UserProfile.of("Ada", Role.REQUESTER));
        assertThat(entry.identities()).isEmpty();
    }

    @Test
    void an_identity_named_twice_is_refused_whatever_its_spelling() {
        NewUser body =
                new NewUser().name("Ada").identities(List.of(email("ada@example.org"), email("ADA@example.org.")));

        assertThatThrownBy(() -> UserJson.toNewUser(body))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/identities/1/value"));
    }

    @Test
    void an_identity_that_is_none_is_refused_where_it_stands() {
        NewUser body =
                new NewUser().name("Ada").identities(List.of(email("ada@example.org"), email("ada@@example.org")));

        assertThatThrownBy(() -> UserJson.toNewUser(body))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/identities/1/value"));
    }

    @Test
    void an_empty_patch_changes_nothing() {
        assertThat(patched("{}")).isEqualTo(ADA);
    }

    @Test
    void a_patch_clears_what_it_names_null() {
        UserProfile patched = patched("""
                {"organization_id": null, "language": null, "time_zone": null, "external_id": null, "login": null}
                """);

        assertThat(patched)
                .isEqualTo(new UserProfile("Ada Example", Role.AGENT, null, null, null, null, ADA.tags(), true, null));
    }

    @Test
    void a_patch_changes_what_it_names() {
        UserProfile patched = patched("""
                {"name": "Ada E.", "role": "light_agent", "active": false, "tags": ["Silver"], "login": {"subject": "77"}}
                """);

        assertThat(patched)
                .isEqualTo(new UserProfile(
                        "Ada E.",
                        Role.LIGHT_AGENT,
                        ORGANIZATION,
                        "tr",
                        "Europe/Istanbul",
                        "crm-1",
                        new TreeSet<>(Set.of("silver")),
                        false,
                        new Login("https://id.example.org", "77")));
    }

    @Test
    void a_search_for_an_address_finds_whatever_its_spelling() {
        ListUsersQuery query = new ListUsersQuery();
        query.email = "ADA@Example.org";
        query.role = "agent,light_agent";

        UserFilter filter = UserJson.toFilter(query).orElseThrow();

        assertThat(filter.key().normalized()).isEqualTo("ada@example.org");
        assertThat(filter.roles()).containsExactly(Role.AGENT, Role.LIGHT_AGENT);
    }

    @Test
    void a_search_for_what_is_no_address_finds_nobody() {
        ListUsersQuery query = new ListUsersQuery();
        query.email = "ada\u200B@example.org";

        assertThat(UserJson.toFilter(query)).isEmpty();
    }

    private static UserProfile patched(String patch) {
        return UserJson.patched(
                ADA, new Patch(Json.createReader(new StringReader(patch)).readObject()));
    }

    private static NewIdentity email(String address) {
        return new NewIdentity().type(IdentityType.EMAIL).value(address);
    }
}
