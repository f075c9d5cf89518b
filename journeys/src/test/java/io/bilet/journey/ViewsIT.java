package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saved questions: what they find for whom, how it is shown, and who may keep them. */
@Journey
class ViewsIT {

    private final String tag = "seen-" + UUID.randomUUID();
    private final DeskDriver admin = DeskDriver.asAdmin();
    private final DeskDriver mira = DeskDriver.asAgent("mira");
    private final List<String> tickets = new ArrayList<>();

    @BeforeEach
    void three_tickets() {
        for (String priority : List.of("low", "urgent", "high")) {
            JsonObject ticket = Json.createObjectBuilder()
                    .add("subject", "A " + priority + " matter")
                    .add("comment", Json.createObjectBuilder().add("text", "Look."))
                    .add("requester", Json.createObjectBuilder().add("email", "viewer@example.org"))
                    .add("priority", priority)
                    .add("tags", Json.createArrayBuilder().add(tag))
                    .build();
            tickets.add(created(admin, "tickets", ticket));
        }
    }

    @Test
    void a_view_finds_its_tickets_grouped_and_counted_and_changes_with_its_condition() {
        String view = created(
                admin,
                "views",
                view("shared", tagged()).add("grouping", "priority").build());

        assertThat(found(admin, view, "?limit=2")).containsExactly(tickets.get(1), tickets.get(2), tickets.get(0));
        JsonObject count = admin.get("views/" + view + "/count");
        assertThat(count.getInt("tickets")).isEqualTo(3);
        assertThat(count.getBoolean("at_least")).isFalse();
        assertThat(Instant.parse(count.getString("counted_at")))
                .isBefore(Instant.now().plusSeconds(5));

        Answer changed = admin.patch(
                "views/" + view,
                Json.createObjectBuilder()
                        .add(
                                "condition",
                                all(
                                        tagged(),
                                        check("ticket.priority", "at_least", "high"),
                                        check("ticket.created_at", "within_last", "PT1H")))
                        .add("sort", "-created_at")
                        .add("grouping", "none")
                        .build(),
                "*");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(found(admin, view, "")).containsExactly(tickets.get(2), tickets.get(1));
        assertThat(admin.get("views/" + view + "/count").getInt("tickets")).isEqualTo(2);
    }

    @Test
    void words_in_a_subject_are_found_page_by_page() {
        JsonObjectBuilder wanted = view("personal", all(tagged(), check("ticket.subject", "contains", "MATTER")));
        String view = created(admin, "views", wanted.build());

        assertThat(found(admin, view, "?limit=1")).containsExactlyInAnyOrderElementsOf(tickets);
    }

    @Test
    void a_shared_view_shows_everybody_what_they_may_see() {
        String view = created(admin, "views", view("shared", tagged()).build());
        String miras = mira.get("me").getJsonObject("user").getString("id");
        Answer given = admin.put(
                "tickets/" + tickets.get(0) + "/assignment",
                Json.createObjectBuilder().add("agent_id", miras).build(),
                "*");
        assertThat(given.status()).as(given.body()).isEqualTo(200);

        List<String> seen = found(mira, view, "");

        assertThat(seen).contains(tickets.get(0)).allSatisfy(ticket -> assertThat(
                        mira.tryGet("tickets/" + ticket).status())
                .isEqualTo(200));
        assertThat(mira.get("views/" + view + "/count").getInt("tickets")).isEqualTo(seen.size());
    }

    @Test
    void ones_own_view_is_ones_own_and_one_for_others_takes_a_supervisor() {
        String own = created(mira, "views", view("personal", tagged()).build());
        assertThat(listed(mira)).contains(own);
        assertThat(listed(admin)).doesNotContain(own);
        assertThat(admin.tryGet("views/" + own).status()).isEqualTo(404);
        assertThat(admin.tryGet("views/" + own + "/tickets").status()).isEqualTo(404);
        assertThat(mira.post("views", view("shared", tagged()).build()).status())
                .isEqualTo(403);

        String shared = created(admin, "views", view("shared", tagged()).build());
        assertThat(listed(mira)).contains(shared);
        assertThat(mira.delete("views/" + shared, "*").status()).isEqualTo(403);
        assertThat(mira.delete("views/" + own, "*").status()).isEqualTo(204);
        assertThat(listed(mira)).doesNotContain(own);
    }

    @Test
    void what_is_wrong_with_a_view_is_said_where_it_stands() {
        refused(400, "/condition/all/0/field", view("personal", check("ticket.mood", "is", "good")));
        refused(422, "/condition", view("personal", check("comment.text", "contains", "refund")));
        refused(400, "/condition/all/0/value", view("personal", check("ticket.due_at", "older_than", "two days")));
        refused(422, "/condition/all/0/value", view("personal", check("ticket.due_at", "older_than", "P99999D")));
        refused(422, "/group_id", view("group", tagged()));
        refused(422, "/columns/1", view("personal", tagged()).add("columns", texts("number", "number")));
        refused(400, "/columns/0", view("personal", tagged()).add("columns", texts("password")));
    }

    private void refused(int status, String pointer, JsonObjectBuilder wanted) {
        Answer answer = admin.post("views", wanted.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
    }

    private JsonObject tagged() {
        return Json.createObjectBuilder()
                .add("field", "ticket.tags")
                .add("operator", "includes_any")
                .add("value", texts(tag))
                .build();
    }

    private static JsonObject check(String field, String operator, String value) {
        return Json.createObjectBuilder()
                .add("field", field)
                .add("operator", operator)
                .add("value", value)
                .build();
    }

    private static JsonObject all(JsonObject... checks) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        List.of(checks).forEach(list::add);
        return Json.createObjectBuilder().add("all", list).build();
    }

    private static JsonArrayBuilder texts(String... texts) {
        return Json.createArrayBuilder(List.of(texts));
    }

    /** A view over one check, or over a whole condition. */
    private JsonObjectBuilder view(String scope, JsonObject condition) {
        return Json.createObjectBuilder()
                .add("name", "A view of " + tag)
                .add("scope", scope)
                .add("condition", condition.containsKey("field") ? all(condition) : condition);
    }

    private static String created(DeskDriver caller, String path, JsonObject wanted) {
        Answer answer = caller.post(path, wanted);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private static List<String> found(DeskDriver caller, String view, String query) {
        return ids(caller, "views/" + view + "/tickets" + query);
    }

    private static List<String> listed(DeskDriver caller) {
        return ids(caller, "views?limit=100");
    }

    /** Follows the pages to their end. */
    private static List<String> ids(DeskDriver caller, String first) {
        List<String> ids = new ArrayList<>();
        String path = first;
        while (path != null) {
            JsonObject page = caller.get(path);
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> ids.add(item.getString("id")));
            String next = page.getString("next", null);
            path = next == null ? null : URI.create(next).toString().replaceFirst("^/api/v1/", "");
        }
        return ids;
    }
}
