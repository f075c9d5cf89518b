package io.bilet.bench;

import io.bilet.dev.Tokens;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Brings the demo company to the size that is measured: 200 agents with room in ten
 * groups, and fifty rules more, of which ten give work to those groups. */
final class Desk {

    static final int AGENTS = 200;
    static final int RULES = 50;
    static final int GROUPS = 10;

    private static final int CAPACITY = 1_000;

    private final URI api;
    private final Tokens tokens;

    Desk(URI api, Tokens tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    /** Adds what is missing; once is enough for a database. */
    void furnish() throws IOException {
        try (Line line = new Line(api, tokens.admin())) {
            List<String> groups = new ArrayList<>();
            for (int i = 0; i < GROUPS; i++) {
                groups.add(id(send(line, "POST", "groups", "{\"name\":\"Bench %d\",\"tier\":1}".formatted(i))));
            }
            for (int i = 0; i < AGENTS; i++) {
                agent(line, groups.get(i % GROUPS), i);
            }
            for (int i = 0; i < RULES; i++) {
                send(line, "POST", "routing-rules", rule(i, groups));
            }
        }
    }

    private static void agent(Line line, String group, int number) throws IOException {
        String user = id(send(
                line,
                "POST",
                "users",
                ("{\"name\":\"Agent %1$d\",\"role\":\"agent\",\"identities\":"
                                + "[{\"type\":\"email\",\"value\":\"agent%1$d@bench.example\"}]}")
                        .formatted(number)));
        send(line, "PUT", "groups/" + group + "/members/" + user, "{}");
        send(line, "PUT", "agents/" + user + "/capacity", "{\"capacity\":" + CAPACITY + "}");
        send(line, "PUT", "agents/" + user + "/presence", "{\"presence\":\"online\"}");
    }

    /** Rules that look closely at what is measured; each of the last ones matches one topic and gives it to a group. */
    private static String rule(int number, List<String> groups) {
        int topic = number - (RULES - GROUPS);
        String subject = topic < 0 ? "unheard-of-" + number : topic(topic);
        String effects = topic < 0 ? "\"tags\":[\"bench\"]" : "\"group_id\":\"%s\"".formatted(groups.get(topic));
        return ("{\"name\":\"Bench %1$d\",\"position\":%2$d,\"condition\":{\"any\":["
                        + "{\"field\":\"ticket.subject\",\"operator\":\"contains\",\"value\":\"%3$s\"},"
                        + "{\"field\":\"comment.text\",\"operator\":\"contains_words\","
                        + "\"value\":[\"nothing\",\"number%1$d\"]}]},\"effects\":{%4$s}}")
                .formatted(number, 1_000 + number, subject, effects);
    }

    /** A word of the subject that sends a ticket to the group of that number. */
    static String topic(int number) {
        return "topic-" + number + "-";
    }

    private static String id(String answer) {
        return json(answer).getString("id");
    }

    static String send(Line line, String method, String path, String body) throws IOException {
        Line.Answer answer = line.send(method, path, "", body);
        if (answer.status() >= 300) {
            throw new IOException(method + " " + path + ": " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
