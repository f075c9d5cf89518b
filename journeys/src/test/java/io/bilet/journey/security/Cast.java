package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.journey.Suite;
import io.bilet.people.Role;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** People and programs made for these journeys, one of each role, and whoever else is needed. */
final class Cast {

    private static final Map<Role, Member> ONE_OF_EACH = new ConcurrentHashMap<>();

    private Cast() {}

    /** Somebody of that role, the same each time. */
    static Member oneOf(Role role) {
        return ONE_OF_EACH.computeIfAbsent(role, Cast::another);
    }

    /** Somebody new of that role; a program may do everything a program can be permitted. */
    static Member another(Role role) {
        String id = user(role);
        return new Member(id, token(id, role == Role.SERVICE ? everything() : List.of()));
    }

    static String user(Role role) {
        JsonObject user = Json.createObjectBuilder()
                .add("name", "Somebody " + UUID.randomUUID())
                .add("role", role.name().toLowerCase(Locale.ROOT))
                .build();
        return created(DeskDriver.asAdmin().post("users", user)).getString("id");
    }

    /** The secret of a new token. */
    static String token(String userId, List<String> scopes) {
        return issue(userId, scopes, Json.createObjectBuilder()).getString("secret");
    }

    /** A new token with its secret. */
    static JsonObject issue(String userId, List<String> scopes, JsonObjectBuilder more) {
        more.add("name", "Journey").add("user_id", userId);
        if (!scopes.isEmpty()) {
            more.add("scopes", array(scopes));
        }
        return created(DeskDriver.asAdmin().post("tokens", more.build()));
    }

    /** A group with these members. */
    static String group(String... members) {
        DeskDriver admin = DeskDriver.asAdmin();
        String id = created(admin.post(
                        "groups",
                        Json.createObjectBuilder()
                                .add("name", "Group " + UUID.randomUUID())
                                .build()))
                .getString("id");
        for (String member : members) {
            Answer joined = admin.send(
                    admin.request("groups/" + id + "/members/" + member).PUT(BodyPublishers.noBody()), "");
            assertThat(joined.status()).as(joined.body()).isLessThan(300);
        }
        return id;
    }

    /** A ticket of a requester, in a group. */
    static String ticket(String requesterId, String groupId, String subject) {
        return created(DeskDriver.asAdmin()
                        .post(
                                "tickets",
                                Json.createObjectBuilder()
                                        .add("subject", subject)
                                        .add(
                                                "comment",
                                                Json.createObjectBuilder().add("text", "It burns."))
                                        .add(
                                                "requester",
                                                Json.createObjectBuilder().add("id", requesterId))
                                        .add("group_id", groupId)
                                        .build()))
                .getString("id");
    }

    /** Any request of a caller, with more headers than the others have. */
    static Answer send(
            DeskDriver caller, String method, String path, String mediaType, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                caller.request(path).header("Content-Type", mediaType).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return caller.send(request, body);
    }

    static JsonObject created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static List<String> everything() {
        return Spec.operations().stream()
                .flatMap(op -> op.permissions().stream())
                .filter(name -> !name.equals("public"))
                .map(name -> name.substring(0, name.indexOf('.')) + ".*")
                .distinct()
                .toList();
    }

    private static JsonArray array(List<String> texts) {
        return Json.createArrayBuilder(texts).build();
    }

    /** Somebody with a token. */
    record Member(String id, String token) {

        DeskDriver driver() {
            return DeskDriver.at(Suite.current().api(), token);
        }
    }
}
