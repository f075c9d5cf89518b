package io.bilet.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.access.InvalidToken;
import io.bilet.access.RolePermissions;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.people.team.AgentRepository;
import io.bilet.platform.time.BusinessClock;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on an installation without administrators, so other tests must leave none that can sign in. */
class FirstAdminIT {

    private static final BusinessClock NOW = BusinessClock.standingAt(Instant.parse("2026-11-23T09:00:00Z"));

    private final FirstAdmin firstAdmin = at(NOW);

    @TempDir
    Path directory;

    @BeforeEach
    void forgetTokens() throws SQLException {
        try (var database = TestDatabase.connect();
                var statement = database.createStatement()) {
            statement.executeUpdate("DELETE FROM api_token");
        }
    }

    @Test
    void the_token_of_a_new_installation_lies_in_a_file_only_its_owner_can_read() throws Exception {
        Path file = directory.resolve("new/admin-token");

        assertThat(firstAdmin.begin(file, false)).isTrue();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(TokenSecret.parse(Files.readString(file).strip())).isPresent();
        assertThat(directory.resolve("new").toFile().list()).containsExactly("admin-token");
    }

    @Test
    void the_first_administrator_is_an_agent_like_every_other() throws SQLException {
        try (var database = TestDatabase.connect();
                var statement = database.createStatement()) {
            statement.executeUpdate("UPDATE user SET role = 'REQUESTER' WHERE role = 'ADMIN'");
        }

        firstAdmin.begin(directory.resolve("one"), false);

        UserId first = caller().userId();
        assertThat(TestDatabase.inNewTransaction(
                        () -> new Beans().get(AgentRepository.class).find(first)))
                .isPresent();
    }

    @Test
    void it_is_made_once_while_it_waits_to_be_used() {
        assertThat(firstAdmin.begin(directory.resolve("one"), false)).isTrue();
        assertThat(firstAdmin.begin(directory.resolve("two"), false)).isFalse();
        assertThat(directory.resolve("two")).doesNotExist();
    }

    @Test
    void after_a_day_it_is_void_and_a_start_makes_another() {
        firstAdmin.begin(directory.resolve("one"), false);

        assertThat(at(NOW.after(Duration.ofHours(24))).begin(directory.resolve("two"), false))
                .isTrue();
    }

    @Test
    void it_is_void_when_it_has_made_a_lasting_token() {
        firstAdmin.begin(directory.resolve("one"), false);
        Caller first = caller();
        TokenAdmin admin = new Beans().with(NOW).get(TokenAdmin.class);

        IssuedToken lasting = admin.create(first, wanted(first));

        assertThat(lasting.token().kind()).isEqualTo(TokenKind.LASTING);
        assertThatThrownBy(() -> admin.create(first, wanted(first))).isInstanceOf(InvalidToken.class);
        assertThat(firstAdmin.begin(directory.resolve("two"), false))
                .as("an administrator can sign in")
                .isFalse();
    }

    @Test
    void when_both_are_lost_another_can_be_had_on_demand_and_the_old_one_is_void() {
        firstAdmin.begin(directory.resolve("one"), false);
        TokenId lost = token().id();

        assertThat(firstAdmin.begin(directory.resolve("two"), true)).isTrue();

        assertThat(TestDatabase.inTransaction(() -> new Beans()
                        .with(NOW)
                        .get(ApiTokenRepository.class)
                        .get(lost)
                        .revokedAt()))
                .isPresent();
    }

    private static NewToken wanted(Caller caller) {
        return new NewToken(caller.userId(), "Lasting", null, Set.of(), null, null);
    }

    private static Caller caller() {
        ApiToken token = token();
        return new Caller(
                token.userId(),
                Role.ADMIN,
                RolePermissions.FIRST_ADMIN,
                Set.of(),
                Set.of(),
                null,
                token.id().toString(),
                null);
    }

    private static ApiToken token() {
        return TestDatabase.inTransaction(() -> new Beans()
                .with(NOW)
                .get(ApiTokenRepository.class)
                .page(java.util.Optional.<UserId>empty(), null, 10)
                .get(0));
    }

    private static FirstAdmin at(BusinessClock clock) {
        return new Beans().with(clock).get(FirstAdmin.class);
    }
}
