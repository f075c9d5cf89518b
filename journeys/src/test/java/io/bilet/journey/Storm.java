package io.bilet.journey;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writers that open tickets and write notes while the ground shakes. Whatever is not answered is asked again with the
 * same key until it is, as any careful client would.
 */
final class Storm {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 100;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI api;
    private final String token;
    private final Map<Deed, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicLong unanswered = new AtomicLong();
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean over;

    Storm(URI api, String token) {
        this.api = api;
        this.token = token;
    }

    Storm begin(int count, long seed) {
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed + i);
            Thread writer = new Thread(() -> write(random), "writer-" + i);
            writers.add(writer);
            writer.start();
        }
        return this;
    }

    /** Lets every writer bring its last deed to a definite end. */
    void end() throws InterruptedException {
        over = true;
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /** What was acknowledged, each with the id that was given for it. */
    Map<Deed, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** How often a call had no answer or was told to come again. */
    long unanswered() {
        return unanswered.get();
    }

    private void write(Random random) {
        List<String> tickets = new ArrayList<>();
        while (!over) {
            boolean opens = tickets.isEmpty() || random.nextInt(3) == 0;
            String ticket = opens ? null : tickets.get(random.nextInt(tickets.size()));
            Deed deed = new Deed(UUID.randomUUID().toString(), ticket, "w" + Long.toHexString(random.nextLong()));
            String id = insist(deed);
            acknowledged.put(deed, id);
            if (opens) {
                tickets.add(id);
            }
        }
    }

    private String insist(Deed deed) {
        String id = ask(deed);
        while (id == null) {
            unanswered.incrementAndGet();
            pause();
            id = ask(deed);
        }
        return id;
    }

    /** The id that was given; null where nothing definite was said. */
    private @Nullable String ask(Deed deed) {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(deed.path()))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", deed.key())
                .POST(BodyPublishers.ofString(deed.body()))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 201 -> json(answer.body()).getString("id");
                case 404, 409, 500, 502, 503 -> null; // not up yet, still at it, or failed: the same key asks again
                default -> throw new AssertionError(answer.statusCode() + " " + answer.body());
            };
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted.", e);
        }
    }

    private static JsonObject json(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted.", e);
        }
    }
}
