package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.journey.DeskDriver;
import io.bilet.journey.Journey;
import io.bilet.journey.Suite;
import io.bilet.people.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** C07: a token says nothing about the next one, is kept as a digest that opens nothing, and is good for one person. */
@Journey
class C07TokensIT {

    private static final int TOKENS = 200;

    private final Cast.Member agent = Cast.oneOf(Role.AGENT);

    @Test
    void c07_tokens_share_nothing_but_their_prefix_and_follow_from_nothing_that_is_known() {
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < TOKENS; i++) {
            JsonObject issued = issued();
            String secret = issued.getString("secret");
            assertThat(secret).matches("bil_[A-Za-z0-9_-]{43}");
            assertThat(secret)
                    .doesNotContain(
                            issued.getJsonObject("token").getString("id").substring(4, 16));
            secrets.add(secret);
        }

        assertThat(secrets).doesNotHaveDuplicates();
        for (int place = "bil_".length(); place < 46; place++) {
            Set<Character> seen = new HashSet<>();
            for (String secret : secrets) {
                seen.add(secret.charAt(place));
            }
            assertThat(seen).as("characters at place %d, of 64", place).hasSizeGreaterThan(45);
        }
    }

    @Test
    void c07_what_is_stored_of_a_token_opens_nothing() throws Exception {
        JsonObject issued = issued();
        byte[] stored = stored(issued.getJsonObject("token").getString("id"));

        assertThat(stored).hasSize(32);
        for (String text : List.of(
                HexFormat.of().formatHex(stored),
                "bil_" + HexFormat.of().formatHex(stored),
                "bil_" + Base64.getUrlEncoder().withoutPadding().encodeToString(stored),
                Base64.getUrlEncoder().withoutPadding().encodeToString(stored))) {
            assertThat(caller(text).tryGet("me").status()).as(text).isEqualTo(401);
        }
        assertThat(caller(issued.getString("secret")).tryGet("me").status()).isEqualTo(200);
    }

    @Test
    void c07_a_token_is_one_persons_shown_once_and_ends() {
        JsonObject issued = issued();
        JsonObject token = issued.getJsonObject("token");

        assertThat(caller(issued.getString("secret"))
                        .get("me")
                        .getJsonObject("user")
                        .getString("id"))
                .isEqualTo(agent.id());
        assertThat(DeskDriver.asAdmin()
                        .get("tokens?limit=100&user_id=" + agent.id())
                        .toString())
                .doesNotContain(issued.getString("secret"));
        assertThat(Instant.parse(token.getString("expires_at")))
                .isBefore(Instant.parse(token.getString("created_at")).plus(Duration.ofDays(731)));
        JsonObject endless = Json.createObjectBuilder()
                .add("name", "For ever")
                .add("user_id", agent.id())
                .add("expires_at", "2099-01-01T00:00:00Z")
                .build();
        assertThat(DeskDriver.asAdmin().post("tokens", endless).status()).isEqualTo(422);
    }

    @Test
    void c07_any_character_more_less_or_other_makes_another_token() {
        String secret = issued().getString("secret");
        List<String> others = new ArrayList<>(List.of(
                secret + "A",
                secret.substring(0, secret.length() - 1),
                secret.toUpperCase(java.util.Locale.ROOT),
                secret.toLowerCase(java.util.Locale.ROOT),
                secret.substring(4),
                "bil_" + secret));
        for (int place : new int[] {4, 20, 45}) {
            char other = secret.charAt(place) == 'A' ? 'B' : 'A';
            others.add(secret.substring(0, place) + other + secret.substring(place + 1));
        }

        assertThat(others)
                .allSatisfy(other -> assertThat(caller(other).tryGet("me").status())
                        .as(other)
                        .isEqualTo(401));
    }

    private JsonObject issued() {
        return Cast.issue(agent.id(), List.of(), Json.createObjectBuilder());
    }

    private static DeskDriver caller(String token) {
        return DeskDriver.at(Suite.current().api(), token);
    }

    private static byte[] stored(String id) throws Exception {
        try (Connection connection = Suite.current().databaseAccess().connect();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT secret_hash FROM api_token WHERE REPLACE(id, '-', '') = ?")) {
            query.setString(1, id.substring("tok_".length()));
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getBytes(1);
            }
        }
    }
}
