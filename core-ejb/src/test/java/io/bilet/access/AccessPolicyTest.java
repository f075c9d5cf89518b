package io.bilet.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.brand.BrandId;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.NotFound;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessPolicyTest {

    private static final UserId ME = UserId.next();
    private static final UserId SOMEBODY = UserId.next();
    private static final GroupId MINE = GroupId.next();
    private static final GroupId THEIRS = GroupId.next();
    private static final BrandId BRAND = BrandId.next();

    private final AccessPolicy policy = new AccessPolicy();

    @ParameterizedTest(name = "{0} sees {2} of a ticket {1}")
    @CsvSource({
        "ADMIN,       of no group,        FULL",
        "SUPERVISOR,  of no group,        FULL",
        "SERVICE,     of no group,        FULL",
        "AGENT,       of no group,        NONE",
        "AGENT,       of my group,        FULL",
        "AGENT,       of another group,   NONE",
        "AGENT,       assigned to me,     FULL",
        "AGENT,       I was invited to,   FULL",
        "AGENT,       I asked,            PUBLIC",
        "LIGHT_AGENT, of my group,        FULL",
        "LIGHT_AGENT, of another group,   NONE",
        "LIGHT_AGENT, I was invited to,   FULL",
        "REQUESTER,   I asked,            PUBLIC",
        "REQUESTER,   of my group,        NONE",
        "REQUESTER,   assigned to me,     NONE",
    })
    void who_sees_what(Role role, String ticket, Sight expected) {
        assertThat(policy.sight(caller(role), ticket(ticket))).isEqualTo(expected);
    }

    @Test
    void what_is_hidden_reads_as_absent_even_when_the_permission_is_missing_too() {
        assertThatThrownBy(
                        () -> policy.require(Permission.TICKETS_ASSIGN, caller(Role.AGENT), ticket("of another group")))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no such ticket.");
    }

    @Test
    void what_is_visible_but_not_permitted_is_forbidden() {
        assertThatThrownBy(() ->
                        policy.require(Permission.TICKETS_ANSWER, caller(Role.LIGHT_AGENT), ticket("of my group")))
                .isInstanceOf(Forbidden.class);
        assertThatCode(() -> policy.require(
                        Permission.TICKETS_COMMENT_INTERNAL, caller(Role.LIGHT_AGENT), ticket("of my group")))
                .doesNotThrowAnyException();
    }

    @Test
    void whoever_asked_may_go_on_talking_and_nobody_else_without_the_permission() {
        assertThatCode(() -> policy.requireMayAnswer(caller(Role.LIGHT_AGENT), ticket("I asked")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> policy.requireMayAnswer(caller(Role.LIGHT_AGENT), ticket("of my group")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_service_account_that_acts_for_a_requester_sees_what_the_requester_sees() {
        Caller robot = new Caller(
                SOMEBODY, Role.SERVICE, RolePermissions.of(Role.SERVICE), Set.of(), Set.of(), ME, "tok_robot", null);

        assertThat(policy.sight(robot, ticket("I asked"))).isEqualTo(Sight.PUBLIC);
        assertThat(policy.sight(robot, ticket("of no group"))).isEqualTo(Sight.NONE);
    }

    @Test
    void a_service_account_confined_to_a_brand_sees_no_other() {
        Caller robot = new Caller(
                ME,
                Role.SERVICE,
                RolePermissions.of(Role.SERVICE),
                Set.of(),
                Set.of(BrandId.next()),
                null,
                "tok",
                null);

        assertThat(policy.sight(robot, ticket("of no group"))).isEqualTo(Sight.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void every_role_may_ask_who_it_is(Role role) {
        assertThat(RolePermissions.of(role)).contains(Permission.ME_READ);
    }

    @Test
    void only_admins_hand_out_tokens() {
        assertThat(Role.values())
                .filteredOn(role -> RolePermissions.of(role).contains(Permission.TOKENS_MANAGE))
                .containsExactly(Role.ADMIN);
    }

    private static Caller caller(Role role) {
        return new Caller(ME, role, RolePermissions.of(role), Set.of(MINE), Set.of(), null, "tok_me", null);
    }

    private static TicketAccess ticket(String kind) {
        return switch (kind) {
            case "of no group" -> new TicketAccess(SOMEBODY, BRAND, null, null, user -> false);
            case "of my group" -> new TicketAccess(SOMEBODY, BRAND, MINE, null, user -> false);
            case "of another group" -> new TicketAccess(SOMEBODY, BRAND, THEIRS, null, user -> false);
            case "assigned to me" -> new TicketAccess(SOMEBODY, BRAND, THEIRS, ME, user -> false);
            case "I was invited to" -> new TicketAccess(SOMEBODY, BRAND, null, null, ME::equals);
            case "I asked" -> new TicketAccess(ME, BRAND, null, null, user -> false);
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
