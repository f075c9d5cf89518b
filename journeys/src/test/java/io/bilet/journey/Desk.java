package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** What a support desk sees and does, in its own words; every call goes over HTTP. */
final class Desk {

    private static final Duration NOTICED_MAX = Duration.ofSeconds(60);

    private final DeskDriver admin;

    private Desk(DeskDriver admin) {
        this.admin = admin;
    }

    static Desk open() {
        return new Desk(DeskDriver.asAdmin());
    }

    /** Waits until somebody's mail has become a ticket; fails when it became several. */
    JsonObject onlyTicketOf(String address) {
        List<JsonObject> users = await("a requester at " + address)
                .atMost(NOTICED_MAX)
                .until(() -> items("users?email=" + query(address)), found -> !found.isEmpty());
        String tickets = "tickets?requester_id=" + users.get(0).getString("id");
        await("a ticket of " + address).atMost(NOTICED_MAX).until(() -> !items(tickets)
                .isEmpty());
        assertThat(items(tickets)).hasSize(1);
        return current(items(tickets).get(0));
    }

    /** The demo requester asks for something. */
    JsonObject opens(String subject) {
        JsonObject body = Json.createObjectBuilder()
                .add("subject", subject)
                .add("comment", Json.createObjectBuilder().add("text", "Please tell me."))
                .build();
        Answer answer = DeskDriver.asRequester().post("tickets", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return admin.get("tickets/" + answer.json().getString("id"));
    }

    JsonObject current(JsonObject ticket) {
        return admin.get(path(ticket));
    }

    JsonObject awaitStatus(JsonObject ticket, String status) {
        return await("status " + status).atMost(NOTICED_MAX).until(() -> current(ticket), now -> now.getString("status")
                .equals(status));
    }

    JsonObject awaitFolder(JsonObject ticket, String folder) {
        return await("folder " + folder).atMost(NOTICED_MAX).until(() -> current(ticket), now -> now.getString("folder")
                .equals(folder));
    }

    /** Ids of the tickets in a folder of an agent. */
    List<String> folder(DeskDriver agent, String folder) {
        return itemsOf(agent.get("inbox?limit=100&folder=" + folder)).stream()
                .map(row -> row.getJsonObject("ticket").getString("id"))
                .toList();
    }

    /** What an agent is told about one of their folders. */
    JsonObject folderCount(DeskDriver agent, String folder) {
        List<JsonObject> folders = agent.get("inbox").getJsonArray("folders").getValuesAs(JsonObject.class);
        return only(folders, count -> count.getString("folder").equals(folder));
    }

    String group(String name) {
        return only(items("groups"), group -> group.getString("name").equals(name))
                .getString("id");
    }

    /** Ids of agents by their first names. */
    List<String> idsOf(List<String> names) {
        return names.stream().map(name -> me(DeskDriver.asAgent(name))).toList();
    }

    /** Lets agents hold more than they may have been left with. */
    void giveRoom(List<String> names) {
        JsonObject plenty = Json.createObjectBuilder().add("capacity", 1_000).build();
        idsOf(names).forEach(agent -> {
            Answer answer = admin.put("agents/" + agent + "/capacity", plenty, "*");
            assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        });
    }

    /** The agent who has the ticket, as a caller. */
    DeskDriver ownerOf(JsonObject ticket) {
        return Suite.current().tokens().agents().keySet().stream()
                .map(DeskDriver::asAgent)
                .filter(agent -> me(agent).equals(ticket.getString("assignee_id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody of the demo company owns " + ticket));
    }

    /** Another agent of the demo company who is at work, whatever their groups. */
    DeskDriver colleagueOf(JsonObject ticket) {
        return Suite.current().tokens().agents().keySet().stream()
                .map(DeskDriver::asAgent)
                .filter(agent -> !me(agent).equals(ticket.getString("assignee_id")))
                .filter(agent ->
                        !admin.get("agents/" + me(agent)).getString("presence").equals("offline"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody else is at work"));
    }

    String idOf(DeskDriver caller) {
        return me(caller);
    }

    /** The ticket as it stands in an agent's inbox. */
    JsonObject inboxRow(DeskDriver agent, JsonObject ticket) {
        return only(
                itemsOf(agent.get("inbox")),
                row -> row.getJsonObject("ticket").getString("id").equals(ticket.getString("id")));
    }

    /** Answers publicly on the newest version of the ticket, and sets its status by that. */
    void answers(DeskDriver agent, JsonObject ticket, String text, String status) {
        String etag = agent.tryGet(path(ticket)).header("ETag");
        JsonObject comment = Json.createObjectBuilder()
                .add("text", text)
                .add("visibility", "public")
                .add("status", status)
                .build();
        Answer answer = agent.post(path(ticket) + "/comments", comment, etag);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** Hands a raw mail in over HTTP. */
    Answer submits(String mime) {
        Answer answer = admin.send(
                admin.request("inbound-mails")
                        .header("Content-Type", "message/rfc822")
                        .POST(BodyPublishers.ofString(mime)),
                mime);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        return answer;
    }

    List<JsonObject> decisions(JsonObject ticket) {
        return items(path(ticket) + "/decisions");
    }

    List<JsonObject> events(JsonObject ticket) {
        return items(path(ticket) + "/events");
    }

    /** What a ticket has of something, the first page of it. */
    List<JsonObject> items(JsonObject ticket, String what) {
        return items(path(ticket) + "/" + what);
    }

    List<JsonObject> handovers(JsonObject ticket) {
        return items(path(ticket) + "/handovers");
    }

    List<JsonObject> comments(JsonObject ticket) {
        return items(path(ticket) + "/comments");
    }

    /** The newest clock of a metric. */
    JsonObject clock(JsonObject ticket, String metric) {
        return items(path(ticket) + "/clocks").stream()
                .filter(clock -> clock.getString("metric").equals(metric))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No clock for " + metric));
    }

    /** Everybody who was weighed when an owner was looked for. */
    List<JsonObject> candidates(List<JsonObject> decisions) {
        JsonObject assignment =
                only(decisions, decision -> decision.getString("kind").equals("assignment"));
        return assignment.getJsonArray("candidates").getValuesAs(JsonObject.class);
    }

    private List<JsonObject> items(String path) {
        return itemsOf(admin.get(path));
    }

    private static List<JsonObject> itemsOf(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static String me(DeskDriver caller) {
        return caller.get("me").getJsonObject("user").getString("id");
    }

    private static String path(JsonObject ticket) {
        return "tickets/" + ticket.getString("id");
    }

    private static JsonObject only(List<JsonObject> all, Predicate<JsonObject> wanted) {
        List<JsonObject> found = all.stream().filter(wanted).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
