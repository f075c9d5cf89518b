package io.bilet.bench;

import io.bilet.dev.Tokens;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The main job over HTTP: open, reply, read, look into an inbox. */
final class MainJob {

    private static final int BODY_BYTES = 1_024;
    private static final String TEXT =
            "The printer on the third floor burns again. ".repeat(30).substring(0, BODY_BYTES);

    private final URI api;
    private final Tokens tokens;
    private final List<String> tickets = Collections.synchronizedList(new ArrayList<>());

    MainJob(URI api, Tokens tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    /** The ids of the tickets opened so far. */
    List<String> tickets() {
        synchronized (tickets) {
            return List.copyOf(tickets);
        }
    }

    Load.Opening create() {
        return connection -> new Talk(connection) {
            @Override
            public void once() throws IOException {
                String body = "{\"subject\":\"Question about %s%d\",\"comment\":{\"text\":\"%s\"},"
                                .formatted(Desk.topic(random.nextInt(Desk.GROUPS)), random.nextInt(), TEXT)
                        + "\"requester\":{\"email\":\"customer%d@bench.example\"}}".formatted(random.nextInt(1_000));
                String answer = expect(201, line.send("POST", "tickets", key(), body));
                int id = answer.indexOf("\"tkt_") + 1;
                tickets.add(answer.substring(id, id + 36));
            }
        };
    }

    /** An agent's note and answer alike write a comment; the answer also goes out by mail. */
    Load.Opening reply() {
        List<String> opened = tickets();
        return connection -> new Talk(connection) {
            @Override
            public void once() throws IOException {
                String body = "{\"text\":\"%s\",\"visibility\":\"internal\"}".formatted(TEXT);
                expect(201, line.send("POST", "tickets/" + any(opened) + "/comments", key(), body));
            }
        };
    }

    Load.Opening readTicket() {
        List<String> opened = tickets();
        return connection -> new Talk(connection) {
            @Override
            public void once() throws IOException {
                expect(200, line.send("GET", "tickets/" + any(opened) + "?embed=comments", "", ""));
            }
        };
    }

    Load.Opening inbox(List<String> agents) {
        return connection -> new Talk(connection) {
            @Override
            public void once() throws IOException {
                expect(200, line.send("GET", "agents/" + any(agents) + "/inbox", "", ""));
            }
        };
    }

    private abstract class Talk implements Load.Work {

        final Line line;
        final Random random;

        Talk(int connection) throws IOException {
            line = new Line(api, tokens.admin());
            random = new Random(connection);
        }

        String any(List<String> ids) {
            return ids.get(random.nextInt(ids.size()));
        }

        String key() {
            return "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
        }

        String expect(int status, Line.Answer answer) throws IOException {
            if (answer.status() != status) {
                throw new IOException(answer.status() + " " + answer.body());
            }
            return answer.body();
        }

        @Override
        public void close() throws IOException {
            line.close();
        }
    }
}
