package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A group of agents who come and go, and solve what they own; tickets that no rule places are theirs. */
final class Workforce implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;

    private final DeskDriver admin;
    private final String group;
    private final List<String> agents = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();
    private final Thread shift = new Thread(this::work, "workforce");
    private volatile boolean over;
    private volatile @Nullable Throwable failure;
    private int solved;

    private Workforce(DeskDriver admin) {
        this.admin = admin;
        this.group = created(
                "groups", Json.createObjectBuilder().add("name", "Crowd").add("default", true));
    }

    /** Hires agents, and makes rules that each leave a mark on every ticket. */
    static Workforce hire(DeskDriver admin, int size, int capacity, int rules) {
        Workforce force = new Workforce(admin);
        for (int i = 0; i < rules; i++) {
            force.rules.add(force.rule("mark-" + i));
        }
        for (int i = 0; i < size; i++) {
            String agent = force.created(
                    "users",
                    Json.createObjectBuilder().add("name", "Agent " + i).add("role", "agent"));
            force.join(agent);
            force.agents.add(agent);
            force.holdAtMost(agent, capacity);
            force.turn(agent, "online");
        }
        return force;
    }

    /** Has them come, go and work until the end. */
    void begin() {
        shift.setUncaughtExceptionHandler((thread, thrown) -> failure = thrown);
        shift.start();
    }

    void end() throws InterruptedException {
        over = true;
        shift.join();
        if (failure != null) {
            throw new AssertionError("The workforce could not work.", failure);
        }
    }

    int solved() {
        return solved;
    }

    /** Everybody comes, with room for all there is. */
    void everybodyCome() {
        agents.forEach(agent -> {
            holdAtMost(agent, 1_000);
            turn(agent, "online");
        });
    }

    String group() {
        return group;
    }

    /** Takes the rules away again; the agents stay. */
    @Override
    public void close() {
        over = true;
        rules.forEach(rule -> admin.delete("routing-rules/" + rule, "*"));
    }

    private void work() {
        Random random = new Random(42);
        while (!over) {
            String agent = agents.get(random.nextInt(agents.size()));
            turn(agent, random.nextInt(4) == 0 ? "away" : "online");
            tickets("status=open&assignee_id=" + agent).stream().findFirst().ifPresent(this::solve);
            pause();
        }
    }

    private void solve(JsonObject ticket) {
        JsonObject answer = Json.createObjectBuilder()
                .add("text", "Please step away from the printer.")
                .add("visibility", "public")
                .add("status", "solved")
                .build();
        Answer given = admin.post("tickets/" + ticket.getString("id") + "/comments", answer, "*");
        assertThat(given.status()).as(given.body()).isIn(201, 409); // a node that froze may have it in hand
        solved += given.status() == 201 ? 1 : 0;
    }

    private List<JsonObject> tickets(String filter) {
        return admin.get("tickets?group_id=" + group + "&limit=100&" + filter)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private String rule(String tag) {
        return created(
                "routing-rules",
                Json.createObjectBuilder()
                        .add("name", tag)
                        .add("condition", Json.createObjectBuilder().add("all", JsonValue.EMPTY_JSON_ARRAY))
                        .add(
                                "effects",
                                Json.createObjectBuilder()
                                        .add("tags", Json.createArrayBuilder().add(tag))));
    }

    private void join(String agent) {
        Answer answer = admin.put("groups/" + group + "/members/" + agent, "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private void turn(String agent, String presence) {
        put(
                "agents/" + agent + "/presence",
                Json.createObjectBuilder().add("presence", presence).build());
    }

    private void holdAtMost(String agent, int capacity) {
        put(
                "agents/" + agent + "/capacity",
                Json.createObjectBuilder().add("capacity", capacity).build());
    }

    private void put(String path, JsonObject body) {
        Answer answer = admin.put(path, body, "*");
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    private String created(String path, JsonObjectBuilder body) {
        Answer answer = admin.post(path, body.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted.", e);
        }
    }
}
