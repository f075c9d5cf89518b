package io.bilet.journey;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Clients that open tickets, write notes and read both while the ground shakes. Whatever is not answered is asked again
 * with the same key until it is, at the next node if there are several, as any careful client would.
 */
final class Storm {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 100;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<URI> nodes;
    private final String token;
    private Duration pause = Duration.ZERO;
    private final Map<Deed, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Long> lastWrite = new ConcurrentHashMap<>();
    private final List<Thread> clients = new ArrayList<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /** A storm over nodes, given as where their API begins. */
    Storm(List<URI> nodes, String token) {
        this.nodes = List.copyOf(nodes);
        this.token = token;
    }

    /** Clients that think between two deeds. */
    Storm unhurried(Duration thinking) {
        pause = thinking;
        return this;
    }

    /** Each client begins at one of the nodes, in turn. */
    Storm begin(int count, long seed) {
        for (int i = 0; i < count; i++) {
            Client client = new Client(i, new Random(seed + i));
            Thread thread = new Thread(client::live, "client-" + i);
            thread.setUncaughtExceptionHandler((dead, failure) -> failures.add(failure));
            clients.add(thread);
            thread.start();
        }
        return this;
    }

    /** Lets every client bring its last deed to a definite end. */
    Storm end() throws InterruptedException {
        over = true;
        for (Thread client : clients) {
            client.join();
        }
        requireNoFailure();
        return this;
    }

    private void requireNoFailure() {
        if (!failures.isEmpty()) {
            throw new AssertionError("A client saw what must not be.", failures.peek());
        }
    }

    /** What was acknowledged, each with the id that was given for it. */
    Map<Deed, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Every try so far. */
    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Whether something was done for every client that it asked for after the instant. */
    boolean hasServedAllSince(long instant) {
        requireNoFailure();
        return lastWrite.size() == clients.size() && lastWrite.values().stream().allMatch(begun -> begun - instant > 0);
    }

    /** Asks once more, with the same keys, for what was acknowledged; what was answered otherwise than the first time. */
    List<Deed> answeredOtherwiseNow(int sample) {
        Client careful = new Client(0, new Random(0));
        return acknowledged.entrySet().stream()
                .limit(sample)
                .filter(deed -> !deed.getValue().equals(careful.insist(deed.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private final class Client {

        private final int number;
        private final Random random;
        private int node;
        private final List<String> tickets = new ArrayList<>();

        private Client(int number, Random random) {
            this.number = number;
            this.random = random;
            this.node = number % nodes.size();
        }

        private void live() {
            while (!over) {
                boolean opens = tickets.isEmpty() || random.nextInt(3) == 0;
                Deed deed = opens ? Deed.opening() : Deed.noting(oneOfMine());
                String id = insist(deed);
                acknowledged.put(deed, id);
                if (opens) {
                    tickets.add(id);
                }
                read(oneOfMine());
                sleep(pause.toMillis());
            }
        }

        private String oneOfMine() {
            return tickets.get(random.nextInt(tickets.size()));
        }

        private String insist(Deed deed) {
            String id = ask(deed);
            while (id == null) {
                sleep(PAUSE_MILLIS);
                id = ask(deed);
            }
            return id;
        }

        /** The id that was given; null where nothing definite was said. */
        private @Nullable String ask(Deed deed) {
            HttpResponse<String> answer = send(deed.addressedTo(request(deed.path())));
            return answer != null && answer.statusCode() == 201
                    ? json(answer.body()).getString("id")
                    : null;
        }

        private void read(String ticket) {
            HttpResponse<String> answer = send(request("tickets/" + ticket).GET());
            if (answer != null && answer.statusCode() == 200) {
                if (!json(answer.body()).getString("id").equals(ticket)) {
                    throw new AssertionError("Asked for " + ticket + ", got " + answer.body());
                }
            }
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(nodes.get(node).resolve(path))
                    .timeout(ANSWER_MAX)
                    .header("Authorization", "Bearer " + token);
        }

        private @Nullable HttpResponse<String> send(HttpRequest.Builder builder) {
            HttpRequest request = builder.build();
            long begun = System.nanoTime();
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                note(request, begun, answer);
                return answer;
            } catch (IOException e) {
                note(request, begun, null);
                return null;
            } catch (InterruptedException e) {
                throw new AssertionError("Interrupted.", e);
            }
        }

        private void note(HttpRequest request, long begun, @Nullable HttpResponse<String> answer) {
            int status = answer == null ? 0 : answer.statusCode();
            boolean tellsWhen =
                    answer != null && answer.headers().firstValue("Retry-After").isPresent() && isProblem(answer);
            Attempt attempt = new Attempt(request.method(), request.uri(), begun, System.nanoTime(), status, tellsWhen);
            attempts.add(attempt);
            if (!attempt.succeeded()) {
                node = (node + 1) % nodes.size();
                requireExcused(attempt, answer);
            } else if (!request.method().equals("GET")) {
                lastWrite.put(number, begun);
            }
        }

        /** A node may be down, be starting or still be at it; it may not refuse what is right or lose what it gave. */
        private void requireExcused(Attempt attempt, @Nullable HttpResponse<String> answer) {
            boolean excused = answer == null
                    || attempt.status() == 409
                    || attempt.status() == 503
                    || (attempt.status() == 404 && !isProblem(answer));
            if (!excused) {
                throw new AssertionError(attempt + " " + answer.body());
            }
        }
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    }

    private static JsonObject json(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted.", e);
        }
    }
}
