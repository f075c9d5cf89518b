package io.bilet.plugins.support;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.http.HttpCall;
import io.bilet.spi.http.HttpReply;
import io.bilet.spi.http.HttpSender;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A far end that speaks JSON over HTTP, with the rules HS-1 to HS-6: every answer that is not expected becomes one of
 * the two failures that the host knows.
 */
public final class JsonApi {

    /** What some far ends say instead of {@code Retry-After}. */
    private static final String INTERVAL = "X-HubSpot-RateLimit-Interval-Milliseconds";

    private static final Duration CALL_MAX = Duration.ofSeconds(60);

    private final String name;
    private final HttpSender http;
    private final URI base;
    private final Map<String, String> headers;

    /**
     * Connects nothing yet.
     *
     * @param name what people call the far end
     * @param base without a slash at the end
     * @param headers sent with every call, such as the credential
     */
    public JsonApi(String name, HttpSender http, URI base, Map<String, String> headers) {
        this.name = name;
        this.http = http;
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /**
     * One call.
     *
     * @param path with query, beginning with a slash
     * @param headers beside those of every call
     */
    public record Request(String method, String path, Map<String, String> headers, Optional<String> body) {

        /** Reads something. */
        public static Request get(String path) {
            return new Request("GET", path, Map.of(), Optional.empty());
        }

        /** Sends a form. */
        public static Request form(String method, String path, Map<String, String> fields) {
            StringBuilder form = new StringBuilder();
            fields.forEach((field, value) -> form.append(form.length() == 0 ? "" : "&")
                    .append(encoded(field))
                    .append('=')
                    .append(encoded(value)));
            return new Request(
                    method,
                    path,
                    Map.of("Content-Type", "application/x-www-form-urlencoded"),
                    Optional.of(form.toString()));
        }

        /** Sends JSON. */
        public static Request json(String method, String path, String body) {
            return new Request(method, path, Map.of("Content-Type", "application/json"), Optional.of(body));
        }

        /** The same with one header more. */
        public Request with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Request(method, path, more, body);
        }
    }

    /**
     * What the far end answered, with a status that was expected.
     *
     * @param body as it came
     */
    public record Reply(int status, String body) {

        /** The body read as an object. */
        public JsonTree json() throws FarEndRefused {
            return JsonTree.object(body);
        }
    }

    /** Reads an object; empty where the far end has none at this place. */
    public Optional<JsonTree> find(String path, Patience patience) throws FarEndUnavailable, FarEndRefused {
        Reply reply = send(Request.get(path), Set.of(200, 404), patience);
        return reply.status() == 404 ? Optional.empty() : Optional.of(reply.json());
    }

    /**
     * Sends a call.
     *
     * @param expected the statuses that mean something here
     */
    public Reply send(Request request, Set<Integer> expected, Patience patience)
            throws FarEndUnavailable, FarEndRefused {
        Duration left = patience.left();
        HttpCall call = HttpCall.of(
                request.method(), URI.create(base + request.path()), left.compareTo(CALL_MAX) < 0 ? left : CALL_MAX);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            call = call.with(header.getKey(), header.getValue());
        }
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            call = call.with(header.getKey(), header.getValue());
        }
        HttpReply reply =
                http.send(new HttpCall(call.method(), call.uri(), call.headers(), request.body(), call.timeout()));
        if (expected.contains(reply.status())) {
            return new Reply(reply.status(), reply.body());
        }
        throw failure(reply);
    }

    /** For a part of a path or query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private FarEndRefused failure(HttpReply reply) throws FarEndUnavailable {
        int status = reply.status();
        if (status == 429 || status >= 500) {
            String reason = status == 429
                    ? name + " asks for patience."
                    : "%s is not well; it answered %d.".formatted(name, status);
            Optional<Duration> pause = pause(reply);
            throw pause.isPresent() ? new FarEndUnavailable(reason, pause.get()) : new FarEndUnavailable(reason);
        }
        return new FarEndRefused(
                switch (status) {
                    case 401 -> name + " does not accept the credential; set a new one.";
                    case 403 -> name + " does not allow this with the credential that is set; check its scopes.";
                    default -> "%s answered %d, which was not expected.".formatted(name, status);
                });
    }

    private static Optional<Duration> pause(HttpReply reply) {
        Optional<Duration> seconds = reply.header("Retry-After").flatMap(text -> number(text, 1_000));
        return seconds.isPresent() ? seconds : reply.header(INTERVAL).flatMap(text -> number(text, 1));
    }

    private static Optional<Duration> number(String text, long millis) {
        return text.matches("\\d{1,7}")
                ? Optional.of(Duration.ofMillis(Math.max(1_000, Long.parseLong(text) * millis)))
                : Optional.empty();
    }
}
