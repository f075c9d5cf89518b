package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.journey.Answer;
import io.bilet.journey.DeskDriver;
import io.bilet.journey.Journey;
import io.bilet.people.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The record of the desk itself: whoever sets something up is written down, with the values before and after. */
@Journey
class AuditLogIT {

    /** What changes nothing, or has a record of its own: tickets, offers, facts about customers, mail handed over, questions, files. */
    private static final Set<String> ELSEWHERE = Set.of(
            "tickets",
            "offers",
            "swarms",
            "trials",
            "users/{user_id}/facts",
            "organizations/{organization_id}/facts",
            "jobs",
            "bulk-changes",
            "inbound-mails",
            "attachments",
            "macros/{macro_id}/previews",
            "webhooks/{webhook_id}/deliveries",
            "inbound-webhooks/{inbound_webhook_id}/messages",
            "schedules/{schedule_id}/calculations");

    private final Cast.Member who = Cast.another(Role.ADMIN);
    private final DeskDriver caller = who.driver();

    @Test
    void what_is_set_up_is_written_down_with_who_and_before_and_after() {
        JsonObject brand = created("brands", "{'name': 'Before'}");
        Answer patched = caller.patch("brands/" + brand.getString("id"), json("{'name': 'After'}"));

        JsonObject entry = entries("subject_id=" + brand.getString("id")).get(0);

        assertThat(entry.getString("type")).isEqualTo("brand.updated");
        assertThat(entry.getJsonObject("subject"))
                .isEqualTo(json("{'type': 'brand', 'id': '" + brand.getString("id") + "'}"));
        assertThat(entry.getJsonObject("actor")).isEqualTo(json("{'type': 'user', 'id': '" + who.id() + "'}"));
        assertThat(entry.getString("cause")).isEqualTo("request:" + patched.header("X-Request-Id"));
        assertThat(entry.getJsonArray("changes"))
                .containsExactly(json("{'field': 'name', 'from': 'Before', 'to': 'After'}"));
        assertThat(entries("subject_id=" + brand.getString("id")))
                .extracting(one -> one.getString("type"))
                .containsExactly("brand.updated", "brand.created");
    }

    @Test
    void what_changed_nothing_or_was_refused_leaves_no_entry() {
        JsonObject group = created("groups", "{'name': '" + unique() + "'}");
        String path = "groups/" + group.getString("id");
        int before = entries("actor_id=" + who.id()).size();

        caller.patch(path, json("{'name': '" + group.getString("name") + "'}"));
        assertThat(caller.patch(path, json("{'tier': 9}")).status()).isEqualTo(422);
        assertThat(caller.post("groups", json("{'name': '" + group.getString("name") + "'}"))
                        .status())
                .isEqualTo(409);

        assertThat(entries("actor_id=" + who.id())).hasSize(before);
    }

    @Test
    void no_secret_is_in_the_log() {
        String password = "canary-password-" + System.nanoTime();
        created("mail-channels", """
                {'name': '%s', 'active': false,
                 'smtp': {'host': 'mail.example', 'port': 465, 'user': 'u', 'password': '%s'}}""".formatted(unique(), password));
        String secret =
                Cast.created(caller.post("tokens", json("{'name': 'A key'}"))).getString("secret");

        String log = caller.get("audit-entries?limit=100").toString();

        assertThat(log).contains("mail_channel.created", "token.created").doesNotContain(password, secret);
    }

    @Test
    void p14_every_operation_that_sets_something_up_leaves_an_entry() {
        Set<String> done = new TreeSet<>();
        setUp().forEach((operation, call) -> {
            int before = entries("actor_id=" + who.id()).size();
            Answer answer = call.get();
            assertThat(answer.status()).as("%s: %s", operation, answer.body()).isBetween(200, 299);
            assertThat(entries("actor_id=" + who.id())).as(operation).hasSize(before + 1);
            done.add(operation);
        });

        assertThat(done).containsExactlyInAnyOrderElementsOf(expected());
    }

    /** Every operation of the specification that changes something about the desk itself. */
    private static Set<String> expected() {
        return Spec.operations().stream()
                .filter(Spec.Op::writes)
                .filter(op -> ELSEWHERE.stream()
                        .noneMatch(other -> op.path().substring(1).startsWith(other)))
                .map(Spec.Op::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Call> setUp() {
        return new SetUp(caller).calls();
    }

    /** One call of an operation. */
    interface Call {
        Answer get();
    }

    private JsonObject created(String resource, String body) {
        return Cast.created(caller.post(resource, json(body)));
    }

    private List<JsonObject> entries(String filter) {
        return DeskDriver.asAdmin()
                .get("audit-entries?limit=100&" + filter)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    static String unique() {
        return "Audited " + System.nanoTime();
    }

    static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
