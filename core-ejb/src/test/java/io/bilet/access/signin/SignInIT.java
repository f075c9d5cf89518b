package io.bilet.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.access.InvalidToken;
import io.bilet.access.Permission;
import io.bilet.access.RolePermissions;
import io.bilet.access.Scopes;
import io.bilet.access.token.IssuedToken;
import io.bilet.access.token.NewToken;
import io.bilet.access.token.TokenAdmin;
import io.bilet.people.Role;
import io.bilet.people.User;
import io.bilet.people.UserChanged;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.UserRepository;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.time.BusinessClock;
import io.bilet.testing.Beans;
import io.bilet.testing.FixedConfig;
import io.bilet.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInIT {

    private static final BusinessClock NOW = BusinessClock.standingAt(Instant.parse("2026-11-23T09:00:00Z"));

    private final Beans beans = beans(NOW);
    private final SignIn signIn = beans.get(SignIn.class);
    private final TokenAdmin admin = beans.get(TokenAdmin.class);

    @Test
    void a_token_signs_its_user_in_with_the_permissions_of_their_role() {
        UserId mira = user("Mira", Role.AGENT);
        IssuedToken issued = issue(mira, null);

        Caller caller = caller(issued.secret().reveal(), Optional.empty());

        assertThat(caller.userId()).isEqualTo(mira);
        assertThat(caller.role()).isEqualTo(Role.AGENT);
        assertThat(caller.permissions()).isEqualTo(RolePermissions.of(Role.AGENT));
        assertThat(caller.tokenId()).isEqualTo(issued.token().id().toString());
    }

    @Test
    void scopes_narrow_a_token_and_never_widen_it() {
        IssuedToken issued =
                issue(user("Mira", Role.AGENT), Scopes.read(List.of("tickets.read", "tokens.manage"), "/scopes"));

        Caller caller = caller(issued.secret().reveal(), Optional.empty());

        assertThat(caller.permissions()).containsExactly(Permission.TICKETS_READ);
    }

    @Test
    void a_repeated_call_asks_the_database_for_nothing() {
        IssuedToken issued = issue(user("Mira", Role.AGENT), null);
        caller(issued.secret().reveal(), Optional.empty());

        long statements = TestDatabase.statements(() -> {
            for (int i = 0; i < 20; i++) {
                caller(issued.secret().reveal(), Optional.empty());
            }
        });

        assertThat(statements).as("at most a look at the stamps").isLessThanOrEqualTo(1);
    }

    @Test
    void a_revoked_token_opens_nothing_though_it_was_believed_a_moment_ago() {
        IssuedToken issued = issue(user("Mira", Role.AGENT), null);
        caller(issued.secret().reveal(), Optional.empty());

        admin.revoke(operator(), issued.token().id());

        eventuallyRefused(issued);
    }

    @Test
    void a_user_made_inactive_is_out() throws Exception {
        UserId mira = user("Mira", Role.AGENT);
        IssuedToken issued = issue(mira, null);
        caller(issued.secret().reveal(), Optional.empty());

        try (var database = TestDatabase.connect();
                var update = database.prepareStatement("UPDATE `user` SET active = FALSE WHERE id = ?")) {
            update.setString(1, mira.value().toString());
            update.executeUpdate();
        }
        TestDatabase.inTransaction(() -> signIn.forget(new UserChanged(mira)));

        eventuallyRefused(issued);
    }

    @Test
    void an_expired_token_opens_nothing() {
        IssuedToken issued = issue(user("Mira", Role.AGENT), null);
        SignIn later = beans(NOW.after(Duration.ofDays(365))).get(SignIn.class);

        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> later.caller(issued.secret().reveal(), Optional.empty())))
                .isInstanceOf(InvalidToken.class);
    }

    @Test
    void c07_the_stored_digest_does_not_sign_anybody_in() {
        IssuedToken issued = issue(user("Mira", Role.AGENT), null);
        String digest = HexFormat.of().formatHex(issued.secret().digest());

        for (String stored : List.of(digest, "bil_" + digest, "bil_" + digest.substring(0, 43))) {
            assertThatThrownBy(() -> caller(stored, Optional.empty())).isInstanceOf(InvalidToken.class);
        }
    }

    @Test
    void c08_a_token_that_almost_matches_matches_nobody() {
        String secret = issue(user("Mira", Role.AGENT), null).secret().reveal();

        for (String almost : List.of(
                secret + " ",
                " " + secret,
                secret.toUpperCase(java.util.Locale.ROOT),
                secret + "\0",
                "bil_",
                "0",
                "")) {
            assertThatThrownBy(() -> caller(almost, Optional.empty())).isInstanceOf(InvalidToken.class);
        }
    }

    @Test
    void a_service_account_acts_for_a_requester_with_no_more_rights_than_one() {
        UserId ada = user("Ada", Role.REQUESTER);
        IssuedToken issued =
                issue(user("Web shop", Role.SERVICE), Scopes.read(List.of("tickets.*", "users.manage"), "/scopes"));

        Caller caller = caller(issued.secret().reveal(), Optional.of(ada.toString()));

        assertThat(caller.onBehalfOf()).isEqualTo(ada);
        assertThat(caller.isRequester()).isTrue();
        assertThat(caller.permissions())
                .containsExactlyInAnyOrder(
                        Permission.TICKETS_READ, Permission.TICKETS_CREATE, Permission.TICKETS_ANSWER);
        assertThat(caller.actor().onBehalfOf()).isEqualTo(ada);
    }

    @Test
    void nobody_else_acts_for_anybody_and_nobody_acts_for_staff() {
        String ada = user("Ada", Role.REQUESTER).toString();
        String mira = user("Mira", Role.AGENT).toString();
        String person = issue(user("Noor", Role.ADMIN), null).secret().reveal();
        String robot = issue(user("Web shop", Role.SERVICE), Scopes.read(List.of("tickets.*"), "/scopes"))
                .secret()
                .reveal();

        assertThatThrownBy(() -> caller(person, Optional.of(ada))).isInstanceOf(ActsForNobody.class);
        assertThatThrownBy(() -> caller(robot, Optional.of(mira))).isInstanceOf(ActsForNobody.class);
        assertThatThrownBy(() -> caller(robot, Optional.of(UserId.next().toString())))
                .isInstanceOf(ActsForNobody.class);
    }

    @Test
    void a_service_account_needs_scopes_and_only_it_has_brands() {
        assertThatThrownBy(() -> issue(user("Web shop", Role.SERVICE), null)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void only_who_may_manage_tokens_makes_one() {
        Caller mira = caller(user("Mira", Role.SUPERVISOR), Role.SUPERVISOR);

        assertThatThrownBy(() -> admin.create(mira, wanted(mira.userId(), null)))
                .isInstanceOf(Forbidden.class);
    }

    private Caller caller(String credential, Optional<String> onBehalfOf) {
        return TestDatabase.inTransaction(() -> signIn.caller(credential, onBehalfOf));
    }

    private void eventuallyRefused(IssuedToken issued) {
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < until) {
            try {
                caller(issued.secret().reveal(), Optional.empty());
            } catch (InvalidToken refused) {
                return;
            }
        }
        throw new AssertionError("The token still opens the door");
    }

    private IssuedToken issue(UserId user, @Nullable Scopes scopes) {
        return admin.create(operator(), wanted(user, scopes));
    }

    private static NewToken wanted(UserId user, @Nullable Scopes scopes) {
        return new NewToken(user, "Test", scopes, Set.of(), null, null);
    }

    private UserId user(String name, Role role) {
        return TestDatabase.inTransaction(() -> {
            User user = new User(UserId.next(), UserProfile.of(name, role), NOW.instant());
            beans.get(UserRepository.class).add(user);
            return user.id();
        });
    }

    private static Caller operator() {
        return caller(UserId.next(), Role.ADMIN);
    }

    private static Caller caller(UserId id, Role role) {
        return new Caller(id, role, RolePermissions.of(role), Set.of(), Set.of(), null, "oidc_" + id, null);
    }

    private static Beans beans(BusinessClock clock) {
        return new Beans().with(clock).with(Config.class, new FixedConfig(Map.of()));
    }
}
