package io.bilet.people.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.people.GroupId;
import io.bilet.people.OrganizationId;
import io.bilet.people.Role;
import io.bilet.people.SkillId;
import io.bilet.people.UserChanged;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.organization.OrganizationFilter;
import io.bilet.people.organization.OrganizationProfile;
import io.bilet.people.organization.OrganizationQueries;
import io.bilet.people.team.AgentFilter;
import io.bilet.people.team.AgentQueries;
import io.bilet.people.team.AgentRow;
import io.bilet.people.team.Arrangement;
import io.bilet.people.team.Calling;
import io.bilet.people.team.GroupProfile;
import io.bilet.people.team.GroupRepository;
import io.bilet.people.team.MemberRow;
import io.bilet.people.team.Presence;
import io.bilet.people.team.Sharing;
import io.bilet.platform.database.Referrer;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.time.BusinessClock;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamAdminIT {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00.123456Z");

    private final Set<UUID> mentioned = new HashSet<>();
    private final Beans beans =
            new Beans().with(BusinessClock.standingAt(MONDAY)).with(Referrer.class, mentioned::contains);
    private final GroupAdmin groups = beans.get(GroupAdmin.class);
    private final AgentAdmin agents = beans.get(AgentAdmin.class);
    private final SkillAdmin skills = beans.get(SkillAdmin.class);
    private final OrganizationAdmin organizations = beans.get(OrganizationAdmin.class);
    private final String unique = UUID.randomUUID().toString();

    @Test
    void an_agent_is_shown_with_what_they_hold_know_and_belong_to() {
        UserId mira = agent("Mira " + unique);
        GroupId group = group("Desk " + unique);
        SkillId skill = skills.create("Printers " + unique).id();
        groups.join(group, mira);
        agents.know(mira, Optional.empty(), Map.of(skill, 4), Optional.of(new TreeSet<>(Set.of("TR", "en"))));
        agents.holdAtMost(mira, Optional.empty(), 8);
        agents.turn(mira, Optional.empty(), Presence.ONLINE, new TreeSet<>());

        AgentRow row =
                TestDatabase.inTransaction(() -> beans.get(AgentQueries.class).get(mira));

        assertThat(row.groups()).containsExactly(group);
        assertThat(row.load().openCount()).isZero();
        assertThat(row.agent().skills()).containsExactly(Map.entry(skill, 4));
        assertThat(row.agent().languages()).containsExactly("en", "tr");
        assertThat(row.agent().capacity()).isEqualTo(8);
        assertThat(row.agent().presence()).isEqualTo(Presence.ONLINE);
        assertThat(row.agent().presenceAt()).isEqualTo(MONDAY);
    }

    @Test
    void agents_are_found_by_group_skill_and_presence() {
        UserId mira = agent("Mira " + unique);
        UserId noor = agent("Noor " + unique);
        GroupId group = group("Desk " + unique);
        SkillId skill = skills.create("Printers " + unique).id();
        groups.join(group, mira);
        groups.join(group, noor);
        agents.know(noor, Optional.empty(), Map.of(skill, 1), Optional.empty());
        agents.turn(noor, Optional.empty(), Presence.AWAY, new TreeSet<>());

        assertThat(found(new AgentFilter(null, group, null, List.of()))).containsExactly(mira, noor);
        assertThat(found(new AgentFilter(null, group, skill, List.of()))).containsExactly(noor);
        assertThat(found(new AgentFilter(null, group, null, List.of(Presence.OFFLINE, Presence.AWAY))))
                .containsExactly(mira, noor);
        assertThat(found(new AgentFilter(null, group, skill, List.of(Presence.ONLINE))))
                .isEmpty();
    }

    @Test
    void a_page_of_agents_costs_four_statements() {
        GroupId group = group("Desk " + unique);
        groups.join(group, agent("A"));
        groups.join(group, agent("B"));

        long statements = TestDatabase.statements(() -> beans.get(AgentQueries.class)
                .page(new AgentFilter(null, group, null, List.of()), Optional.empty(), 10)
                .items()
                .forEach(row -> row.agent().skills()));

        assertThat(statements).isEqualTo(4);
    }

    @Test
    void who_is_no_agent_any_more_is_not_listed() {
        UserId mira = agent("Mira " + unique);
        beans.get(UserAdmin.class)
                .update(mira, Optional.empty(), Role.ADMIN, before -> UserProfile.of("Mira", Role.LIGHT_AGENT));

        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> beans.get(AgentQueries.class).get(mira)))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1001})
    void a_capacity_beyond_its_range_is_refused(int units) {
        UserId mira = agent("Mira");

        assertThatThrownBy(() -> agents.holdAtMost(mira, Optional.empty(), units))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void a_skill_level_beyond_its_range_is_refused(int level) {
        UserId mira = agent("Mira");
        SkillId skill = skills.create("Printers " + unique).id();

        assertThatThrownBy(() -> agents.know(mira, Optional.empty(), Map.of(skill, level), Optional.empty()))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_skill_that_is_not_there_is_refused() {
        UserId mira = agent("Mira");

        assertThatThrownBy(() -> agents.know(mira, Optional.empty(), Map.of(SkillId.next(), 1), Optional.empty()))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void learning_something_is_a_new_version_of_the_agent() {
        UserId mira = agent("Mira");
        SkillId skill = skills.create("Printers " + unique).id();

        agents.know(mira, Optional.of(0), Map.of(skill, 1), Optional.empty());

        assertThatThrownBy(() -> agents.know(mira, Optional.of(0), Map.of(), Optional.empty()))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void a_name_is_taken_once() {
        group("Desk " + unique);
        skills.create("Skill " + unique);

        assertThatThrownBy(() -> group("DESK " + unique)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> skills.create("SKILL " + unique)).isInstanceOf(Conflict.class);
    }

    @Test
    void one_group_at_most_is_the_default() {
        GroupId first =
                groups.create(new GroupProfile("First " + unique, 1, true)).id();
        GroupId second =
                groups.create(new GroupProfile("Second " + unique, 1, false)).id();

        groups.update(second, Optional.empty(), before -> new GroupProfile(before.name(), 2, true));

        TestDatabase.inTransaction(() -> {
            assertThat(beans.get(GroupRepository.class).get(first).profile().isDefault())
                    .isFalse();
            assertThat(beans.get(GroupRepository.class).get(second).profile().isDefault())
                    .isTrue();
        });
    }

    @Test
    void work_never_flows_over_in_a_circle() {
        GroupId first = group("First " + unique);
        GroupId second = group("Second " + unique, first);
        GroupId third = group("Third " + unique, second);

        assertThatThrownBy(() -> groups.update(first, Optional.empty(), before -> overflowing(before.name(), third)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors().get(0).code()).isEqualTo("cycle"));
        assertThatThrownBy(() -> groups.update(first, Optional.empty(), before -> overflowing(before.name(), first)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> group("Fourth " + unique, GroupId.next())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void an_agent_has_a_deputy_who_is_somebody_else_and_an_agent() {
        UserId mira = agent("Mira");
        UserId noor = agent("Noor");

        agents.arrange(mira, Optional.empty(), before -> new Arrangement(null, noor));

        AgentRow stored = TestDatabase.inNewTransaction(
                () -> beans.get(AgentQueries.class).get(mira));
        assertThat(stored.agent().arrangement().deputy()).isEqualTo(noor);
        assertThatThrownBy(() -> agents.arrange(mira, Optional.empty(), before -> new Arrangement(null, mira)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> agents.arrange(mira, Optional.empty(), before -> new Arrangement(null, UserId.next())))
                .isInstanceOf(InvalidInput.class);
    }

    private GroupId group(String name, GroupId overflow) {
        return groups.create(overflowing(name, overflow)).id();
    }

    private static GroupProfile overflowing(String name, GroupId overflow) {
        var sharing = new Sharing(overflow, Duration.ofMinutes(5), 0, Sharing.Way.PUSH, Duration.ofMinutes(1));
        return new GroupProfile(name, 1, false, sharing, Calling.EVERYBODY);
    }

    @Test
    void joining_and_leaving_change_what_an_agent_may_see() {
        UserId mira = agent("Mira");
        GroupId group = group("Desk " + unique);

        groups.join(group, mira);
        groups.join(group, mira);
        assertThat(members(group)).containsExactly(mira);
        groups.leave(group, mira);

        assertThat(members(group)).isEmpty();
        assertThat(beans.fired()).filteredOn(new UserChanged(mira)::equals).hasSize(2);
        assertThatThrownBy(() -> groups.leave(group, mira)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_group_that_something_names_stays() {
        GroupId group = group("Desk " + unique);
        groups.join(group, agent("Mira"));
        mentioned.add(group.value());
        assertThatThrownBy(() -> groups.remove(group, Optional.empty())).isInstanceOf(Conflict.class);

        mentioned.clear();
        groups.remove(group, Optional.of(0));

        assertThatThrownBy(() -> groups.remove(group, Optional.empty())).isInstanceOf(NotFound.class);
    }

    @Test
    void a_domain_belongs_to_one_organization() {
        OrganizationId first = organization("bücher-" + unique + ".example");

        assertThatThrownBy(() -> organization("BÜCHER-" + unique + ".example.")).isInstanceOf(Conflict.class);
        assertThat(TestDatabase.inTransaction(() -> beans.get(OrganizationQueries.class)
                        .page(
                                new OrganizationFilter(
                                        unique,
                                        io.bilet.people.MailDomain.parse("bücher-" + unique + ".example", "/d"),
                                        null),
                                Optional.empty(),
                                10)
                        .items()))
                .extracting(organization -> organization.id())
                .containsExactly(first);
    }

    @Test
    void an_organization_with_users_stays() {
        OrganizationId organization = organization(unique + ".example");
        beans.get(UserAdmin.class)
                .create(new NewUser(UserProfile.of("Ada", Role.REQUESTER).in(organization), List.of()), Role.ADMIN);

        assertThatThrownBy(() -> organizations.remove(organization, Optional.empty()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void an_organization_that_nobody_belongs_to_goes_with_its_domains() {
        OrganizationId organization = organization(unique + ".example");

        organizations.remove(organization, Optional.of(0));

        assertThat(organization(unique + ".example")).isNotEqualTo(organization);
    }

    private List<UserId> found(AgentFilter filter) {
        return TestDatabase.inTransaction(() -> beans.get(AgentQueries.class).page(filter, Optional.empty(), 10))
                .items()
                .stream()
                .map(row -> row.user().id())
                .toList();
    }

    private List<UserId> members(GroupId group) {
        return TestDatabase.inTransaction(() -> beans.get(GroupRepository.class).members(group, Optional.empty(), 10))
                .items()
                .stream()
                .map(MemberRow::agentId)
                .toList();
    }

    private UserId agent(String name) {
        return beans.get(UserAdmin.class)
                .create(new NewUser(UserProfile.of(name, Role.AGENT), List.of()), Role.ADMIN)
                .id();
    }

    private GroupId group(String name) {
        return groups.create(new GroupProfile(name, 1, false)).id();
    }

    private OrganizationId organization(String domain) {
        return organizations
                .create(new OrganizationProfile(unique, new TreeSet<>(Set.of(domain)), null, new TreeSet<>()))
                .id();
    }
}
