package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.journey.Issuer;
import io.bilet.journey.Journey;
import io.bilet.journey.Suite;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** C08 and C09: who looks like somebody is not them, and who was merely met cannot sign in. */
@Journey
class C08LookAlikesIT {

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final String domain = "d" + UUID.randomUUID().toString().replace("-", "") + ".example";

    @Test
    void c08_what_is_blank_padded_or_folded_finds_nobody() {
        String victim = user("victim@" + domain, "+49 30 1234567", "crm-" + domain);

        for (String address : lookAlikes("victim@" + domain)) {
            assertNobodyIsFound(victim, "email", address);
        }
        for (String key : lookAlikes("crm-" + domain)) {
            assertNobodyIsFound(victim, "external_id", key);
        }
        for (String number :
                List.of("", " ", "0", "null", "+49 30 123456", "030 1234567", "+４９ ３０ １２３４５６７", "\u0000")) {
            assertNobodyIsFound(victim, "phone", number);
        }
        for (String id : List.of(victim + " ", victim.toUpperCase(Locale.ROOT), " ", "\u0000", "0", "null", "[]")) {
            assertThat(admin.tryGet("users/" + encode(id)).status()).as(id).isIn(400, 404, 405);
        }
    }

    @Test
    void c08_an_address_in_another_spelling_finds_the_one_account() {
        String victim = user("victim@" + domain, null, null);

        for (String address : List.of("VICTIM@" + domain, "victim@" + domain.toUpperCase(Locale.ROOT) + ".")) {
            JsonObject found = admin.get("users?email=" + encode(address));
            assertThat(found.getJsonArray("items").getValuesAs(JsonObject.class))
                    .extracting(one -> one.getString("id"))
                    .containsExactly(victim);
        }
    }

    @Test
    void c08_a_ticket_from_a_look_alike_is_not_the_victims() {
        String victim = user("victim@" + domain, null, null);

        for (String address : lookAlikes("victim@" + domain)) {
            Answer answer = open(address);
            assertThat(answer.status()).as(address).isIn(201, 400, 422);
            if (answer.status() == 201) {
                assertThat(answer.json().getString("requester_id")).as(address).isNotEqualTo(victim);
            }
        }
        assertThat(open("Victim@" + domain.toUpperCase(Locale.ROOT)).json().getString("requester_id"))
                .isEqualTo(victim);
    }

    @Test
    void c08_an_identity_belongs_to_one_user_whatever_its_spelling() {
        user("victim@" + domain, null, null);
        String other = user("other@" + domain, null, null);

        Answer answer = admin.post(
                "users/" + other + "/identities",
                Json.createObjectBuilder()
                        .add("type", "email")
                        .add("value", "VICTIM@" + domain)
                        .build());

        assertThat(answer.status()).isEqualTo(409);
    }

    @Test
    void c09_who_was_met_by_mail_or_registered_by_others_cannot_sign_in() {
        String victim = open("victim@" + domain).json().getString("requester_id");
        JwtClaims claims = Suite.current().issuer().claims("sub-" + domain);
        claims.setStringClaim("email", "victim@" + domain);
        claims.setClaim("email_verified", true);
        DeskDriver signedIn = at(claims);

        assertThat(signedIn.tryGet("me").status()).isEqualTo(401);
        give(victim, "sub-" + domain);

        assertThat(signedIn.get("me").toString()).contains(victim);
    }

    @Test
    void c09_a_login_is_an_issuer_and_a_subject_whatever_the_address_says() {
        String victim = user("victim@" + domain, null, null);
        give(victim, "sub-" + domain);
        JwtClaims claims = Suite.current().issuer().claims("SUB-" + domain);
        claims.setStringClaim("email", "victim@" + domain);
        claims.setStringClaim("preferred_username", "victim@" + domain);

        assertThat(at(claims).tryGet("me").status()).isEqualTo(401);
        for (String subject :
                List.of("sub-" + domain + " ", " sub-" + domain, "sub-" + domain + "\u0000", "victim@" + domain)) {
            assertThat(at(Suite.current().issuer().claims(subject)).tryGet("me").status())
                    .as(subject)
                    .isEqualTo(401);
        }
    }

    /** What collations, parsers and people might take for {@code text}. */
    private static List<String> lookAlikes(String text) {
        return Stream.of(
                        "",
                        " ",
                        "\t",
                        "\u0000",
                        "\u00A0",
                        "0",
                        "1",
                        "null",
                        "[]",
                        " ".repeat(300),
                        text + " ",
                        " " + text,
                        text + "\u00A0",
                        text + "\u0000",
                        text + "\u200B",
                        text + "%",
                        text + "\r\nBcc: other@example.org",
                        text.replace("m", "\u217F"),
                        text.replace("i", "\u00ED"),
                        text.replace("i", "\u0131"),
                        text.replace("i", "\u0456"),
                        text.replace("m", "m\u200B"),
                        text.replace("c", "\uFF43"),
                        text.replace(".", "\u3002"),
                        text.replace("@", "@@"),
                        text + "@evil.example",
                        "\"" + text.replace("@", "\"@"),
                        text.replace("@", "(comment)@"),
                        "<" + text + ">",
                        "Victim <" + text + ">",
                        "=?utf-8?q?" + text.replace("@", "?=@"),
                        text + ".evil.example")
                .filter(other -> !other.equals(text))
                .toList();
    }

    private void assertNobodyIsFound(String victim, String parameter, String value) {
        Answer answer = admin.tryGet("users?" + parameter + "=" + encode(value));
        assertThat(answer.status()).as("%s=%s", parameter, value).isIn(200, 400);
        assertThat(answer.body()).as("%s=%s", parameter, value).doesNotContain(victim);
    }

    private String user(String address, String phone, String externalId) {
        var identities = Json.createArrayBuilder().add(identity("email", address));
        if (phone != null) {
            identities.add(identity("phone", phone));
        }
        JsonObjectBuilder user =
                Json.createObjectBuilder().add("name", "Victim").add("identities", identities);
        if (externalId != null) {
            user.add("external_id", externalId);
        }
        Answer answer = admin.post("users", user.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private static JsonObjectBuilder identity(String type, String value) {
        return Json.createObjectBuilder().add("type", type).add("value", value);
    }

    private Answer open(String address) {
        return admin.post(
                "tickets",
                Json.createObjectBuilder()
                        .add("subject", "Who am I?")
                        .add("comment", Json.createObjectBuilder().add("text", "It is me."))
                        .add(
                                "requester",
                                Json.createObjectBuilder().add("email", address).add("name", "Victim"))
                        .build());
    }

    private void give(String user, String subject) {
        JsonObject patch = Json.createObjectBuilder()
                .add(
                        "login",
                        Json.createObjectBuilder()
                                .add("issuer", Suite.current().issuer().url())
                                .add("subject", subject))
                .build();
        Answer answer = admin.patch("users/" + user, patch);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static DeskDriver at(JwtClaims claims) {
        return DeskDriver.at(
                Suite.current().api(), Issuer.compact(Suite.current().issuer().signed(claims)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
