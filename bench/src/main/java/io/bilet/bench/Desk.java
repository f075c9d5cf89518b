package io.bilet.bench;

import io.bilet.dev.Tokens;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;

/** Brings the demo company to the size that is measured: 200 agents with room, and fifty rules more. */
final class Desk {

    static final int AGENTS = 200;
    static final int RULES = 50;

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
            String group = json(send(line, "GET", "groups", ""))
                    .getJsonArray("items")
                    .getJsonObject(0)
                    .getString("id");
            for (int i = 0; i < AGENTS; i++) {
                agent(line, group, i);
            }
            for (int i = 0; i < RULES; i++) {
                send(line, "POST", "routing-rules", rule(i));
            }
        }
    }

    private static void agent(Line line, String group, int number) throws IOException {
        String user = json(send(
                        line,
                        "POST",
                        "users",
                        ("{\"name\":\"Agent %1$d\",\"role\":\"agent\",\"identities\":"
                                        + "[{\"type\":\"email\",\"value\":\"agent%1$d@bench.example\"}]}")
                                .formatted(number)))
                .getString("id");
        send(line, "PUT", "groups/" + group + "/members/" + user, "{}");
        send(line, "PUT", "agents/" + user + "/capacity", "{\"capacity\":" + CAPACITY + "}");
        send(line, "PUT", "agents/" + user + "/presence", "{\"presence\":\"online\"}");
    }

    /** A rule that looks closely and matches nothing that is measured. */
    private static String rule(int number) {
        return ("{\"name\":\"Bench %1$d\",\"position\":%2$d,\"condition\":{\"all\":["
                        + "{\"field\":\"ticket.subject\",\"operator\":\"contains\",\"value\":\"unheard-of-%1$d\"},"
                        + "{\"field\":\"comment.text\",\"operator\":\"contains_words\",\"value\":\"nothing %1$d\"}]},"
                        + "\"effects\":{\"tags\":[\"bench\"]}}")
                .formatted(number, 1_000 + number);
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
