package io.bilet.people.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.people.Identity;
import io.bilet.people.IdentityKey;
import io.bilet.people.IdentityType;
import io.bilet.people.Login;
import io.bilet.people.OrganizationId;
import io.bilet.people.Role;
import io.bilet.people.User;
import io.bilet.people.UserChanged;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.UserRepository;
import io.bilet.people.directory.UserFilter;
import io.bilet.people.directory.UserQueries;
import io.bilet.people.directory.UserRow;
import io.bilet.people.organization.OrganizationProfile;
import io.bilet.people.team.Agent;
import io.bilet.people.team.AgentRepository;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.platform.time.BusinessClock;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserAdminIT {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00.123456Z");

    private final Beans beans = new Beans().with(BusinessClock.standingAt(MONDAY));
    private final UserAdmin admin = beans.get(UserAdmin.class);
    private final String unique = UUID.randomUUID().toString();

    @Test
    void a_user_comes_back_as_they_were_stored() {
        UserProfile profile = new UserProfile(
                "Ada Example",
                Role.SUPERVISOR,
                null,
                "en-gb",
                "Europe/Istanbul",
                "crm-" + unique,
                new TreeSet<>(Set.of("VIP", "gold")),
                true,
                new Login("https://id.example.org", unique));

        UserId id = admin.create(new NewUser(profile, List.of(email("ada@" + unique + ".example"))), Role.ADMIN)
                .id();

        UserRow stored =
                TestDatabase.inTransaction(() -> beans.get(UserQueries.class).get(id));
        assertThat(stored.user().profile()).isEqualTo(profile);
        assertThat(stored.user().language()).contains("en-GB");
        assertThat(stored.user().createdAt()).isEqualTo(MONDAY);
        assertThat(stored.identities())
                .extracting(identity -> identity.key().value())
                .containsExactly("ada@" + unique + ".example");
    }

    @Test
    void who_holds_tickets_is_an_agent_who_is_offline_and_has_no_room_yet() {
        UserId id = create(Role.AGENT).id();

        Agent agent = agent(id).orElseThrow();
        assertThat(agent.presence()).isEqualTo(Presence.OFFLINE);
        assertThat(agent.capacity()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUESTER", "LIGHT_AGENT", "SERVICE"})
    void who_holds_no_tickets_is_no_agent(Role role) {
        assertThat(agent(create(role).id())).isEmpty();
    }

    @Test
    void who_is_made_inactive_goes_offline_and_loses_their_rights_at_once() {
        UserId id = create(Role.AGENT).id();
        beans.get(AgentAdmin.class).turn(id, Optional.empty(), Presence.ONLINE, new TreeSet<>());

        admin.update(id, Optional.empty(), Role.ADMIN, before -> profile(before.name(), Role.AGENT, false));

        assertThat(agent(id)).map(Agent::presence).contains(Presence.OFFLINE);
        assertThat(beans.fired()).contains(new UserChanged(id));
        assertThatThrownBy(
                        () -> beans.get(AgentAdmin.class).turn(id, Optional.empty(), Presence.ONLINE, new TreeSet<>()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void an_outdated_change_is_refused() {
        UserId id = create(Role.REQUESTER).id();

        assertThatThrownBy(() -> admin.update(id, Optional.of(7), Role.ADMIN, before -> before))
                .isInstanceOf(StaleVersion.class);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void only_administrators_decide_about_users_who_are_no_requesters(Role by) {
        UserId agent = create(Role.AGENT).id();
        UserId requester = create(Role.REQUESTER).id();
        NewUser another = new NewUser(UserProfile.of("Another", Role.ADMIN), List.of());

        assertThatThrownBy(() -> admin.create(another, by)).isInstanceOf(RoleForbidden.class);
        assertThatThrownBy(() -> admin.update(agent, Optional.empty(), by, before -> before))
                .isInstanceOf(RoleForbidden.class);
        assertThatThrownBy(() -> admin.update(
                        requester, Optional.empty(), by, before -> profile(before.name(), Role.ADMIN, true)))
                .isInstanceOf(RoleForbidden.class);
        assertThatThrownBy(() -> admin.addIdentity(agent, email("a@" + unique + ".example"), by))
                .isInstanceOf(RoleForbidden.class);
    }

    @Test
    void a_login_is_given_by_administrators_only() {
        UserId requester = create(Role.REQUESTER).id();
        UserProfile withLogin = new UserProfile(
                "R", Role.REQUESTER, null, null, null, null, new TreeSet<>(), true, new Login("https://i", unique));

        assertThatThrownBy(() -> admin.create(new NewUser(withLogin, List.of()), Role.SUPERVISOR))
                .isInstanceOf(RoleForbidden.class);
        assertThatThrownBy(() -> admin.update(requester, Optional.empty(), Role.SUPERVISOR, before -> withLogin))
                .isInstanceOf(RoleForbidden.class);
    }

    @Test
    void the_last_administrator_stays() {
        while (!TestDatabase.inTransaction(this::administrators).isEmpty()) {
            TestDatabase.inTransaction(() -> administrators().forEach(id -> beans.get(UserRepository.class)
                    .get(id)
                    .describe(profile("Former", Role.REQUESTER, true), MONDAY)));
        }
        UserId last = create(Role.ADMIN).id();

        assertThatThrownBy(() ->
                        admin.update(last, Optional.empty(), Role.ADMIN, before -> profile("Gone", Role.ADMIN, false)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_key_belongs_to_one_user_whatever_its_spelling() {
        UserId first = create(Role.REQUESTER).id();
        UserId second = create(Role.REQUESTER).id();
        admin.addIdentity(first, email("Ada@" + unique + ".example"), Role.ADMIN);

        assertThatThrownBy(() -> admin.addIdentity(second, email("ada@" + unique + ".EXAMPLE."), Role.ADMIN))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> admin.create(
                        new NewUser(
                                UserProfile.of("Third", Role.REQUESTER), List.of(email("ADA@" + unique + ".example"))),
                        Role.ADMIN))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void adding_and_removing_an_identity_are_changes_of_the_user() {
        UserId id = create(Role.REQUESTER).id();

        Identity added = admin.addIdentity(id, email("ada@" + unique + ".example"), Role.SUPERVISOR);
        admin.removeIdentity(id, added.id(), Optional.of(1), Role.SUPERVISOR);

        UserRow left =
                TestDatabase.inTransaction(() -> beans.get(UserQueries.class).get(id));
        assertThat(left.identities()).isEmpty();
        assertThat(left.user().version()).isEqualTo(2);
    }

    @Test
    void an_organization_that_is_not_there_is_refused() {
        UserProfile lost = UserProfile.of("Lost", Role.REQUESTER).in(OrganizationId.next());

        assertThatThrownBy(() -> admin.create(new NewUser(lost, List.of()), Role.ADMIN))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_user_belongs_to_the_organization_of_their_first_address() {
        OrganizationId organization = beans.get(OrganizationAdmin.class)
                .create(new OrganizationProfile(
                        "Acme", new TreeSet<>(Set.of(unique + ".EXAMPLE")), null, new TreeSet<>()))
                .id();

        User user = admin.create(
                new NewUser(UserProfile.of("Ada", Role.REQUESTER), List.of(email("ada@" + unique + ".example"))),
                Role.ADMIN);

        assertThat(user.organizationId()).contains(organization);
    }

    @Test
    void lists_are_by_name_and_every_user_is_on_one_page() {
        List<UserId> all = new ArrayList<>();
        for (String name : List.of("b", "a", "c", "a", "B")) {
            UserProfile profile = UserProfile.of(unique + " " + name, Role.REQUESTER);
            all.add(admin.create(new NewUser(profile, List.of()), Role.ADMIN).id());
        }
        UserFilter filter = new UserFilter(null, unique, null, List.of(), null, null);

        List<UserId> seen = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            Optional<Position> from = after;
            Slice<UserRow> page = TestDatabase.inTransaction(
                    () -> beans.get(UserQueries.class).page(filter, from, 2));
            page.items().forEach(row -> seen.add(row.user().id()));
            after = page.next();
        } while (after.isPresent());

        assertThat(seen).containsExactly(all.get(1), all.get(3), all.get(0), all.get(4), all.get(2));
    }

    @Test
    void a_page_costs_two_statements() {
        create(Role.REQUESTER);
        create(Role.REQUESTER);
        UserFilter filter = new UserFilter(null, null, null, List.of(Role.REQUESTER), null, true);

        long statements =
                TestDatabase.statements(() -> beans.get(UserQueries.class).page(filter, Optional.empty(), 100));

        assertThat(statements).isEqualTo(2);
    }

    @Test
    void a_percent_sign_in_a_search_is_a_percent_sign() {
        create(Role.REQUESTER);
        UserFilter filter = new UserFilter(null, "%", null, List.of(), null, null);

        assertThat(TestDatabase.inTransaction(() -> beans.get(UserQueries.class)
                        .page(filter, Optional.empty(), 10)
                        .items()))
                .isEmpty();
    }

    private List<UserId> administrators() {
        return beans
                .get(UserQueries.class)
                .page(new UserFilter(null, null, null, List.of(Role.ADMIN), null, true), Optional.empty(), 100)
                .items()
                .stream()
                .map(row -> row.user().id())
                .toList();
    }

    private User create(Role role) {
        return admin.create(new NewUser(UserProfile.of("U " + unique, role), List.of()), Role.ADMIN);
    }

    private Optional<Agent> agent(UserId id) {
        return TestDatabase.inTransaction(() -> beans.get(AgentRepository.class).find(id));
    }

    private static UserProfile profile(String name, Role role, boolean active) {
        return new UserProfile(name, role, null, null, null, null, new TreeSet<>(), active, null);
    }

    private static NewIdentity email(String address) {
        return new NewIdentity(IdentityKey.of(IdentityType.EMAIL, address, "/value"), false);
    }
}
