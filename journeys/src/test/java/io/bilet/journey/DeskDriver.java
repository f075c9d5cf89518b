package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody at the desk: calls the API with one token and holds every exchange to the specification. */
public final class DeskDriver {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final URI api;
    private final String token;

    private DeskDriver(URI api, String token) {
        this.api = api;
        this.token = token;
    }

    public static DeskDriver asAdmin() {
        return at(Suite.current().api(), Suite.current().tokens().admin());
    }

    /** An agent of the demo company, by first name. */
    public static DeskDriver asAgent(String name) {
        return at(Suite.current().api(), Suite.current().tokens().agent(name));
    }

    public static DeskDriver asRequester() {
        return at(Suite.current().api(), Suite.current().tokens().requester());
    }

    public static DeskDriver asStranger() {
        return at(Suite.current().api(), "");
    }

    /** Any caller of any node; an empty token sends none. */
    public static DeskDriver at(URI api, String token) {
        return new DeskDriver(api, token);
    }

    /** Reads; fails unless the answer is 200. */
    public JsonObject get(String path) {
        Answer answer = send(request(path).GET(), "");
        assertThat(answer.status()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
        return answer.json();
    }

    public Answer tryGet(String path) {
        return send(request(path).GET(), "");
    }

    public Answer post(String path, JsonObject body) {
        return send(json(path).POST(BodyPublishers.ofString(body.toString())), body.toString());
    }

    /** Posts to something that stands at the version of the ETag. */
    public Answer post(String path, JsonObject body, String etag) {
        return send(
                json(path).header("If-Match", etag).POST(BodyPublishers.ofString(body.toString())), body.toString());
    }

    public Answer put(String path, JsonObject body, String etag) {
        return send(json(path).header("If-Match", etag).PUT(BodyPublishers.ofString(body.toString())), body.toString());
    }

    public Answer patch(String path, JsonObject change) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/merge-patch+json");
        return send(request.method("PATCH", BodyPublishers.ofString(change.toString())), change.toString());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE(), "");
    }

    /** Reads what is not JSON; fails unless the answer is 200. */
    public <T> HttpResponse<T> download(String path, BodyHandler<T> as) throws IOException, InterruptedException {
        HttpResponse<T> response = HTTP.send(request(path).GET().build(), as);
        assertThat(response.statusCode()).as("GET %s", path).isEqualTo(200);
        return response;
    }

    /** Puts what needs no more words. */
    public Answer put(String path, String etag) {
        return send(request(path).header("If-Match", etag).PUT(BodyPublishers.noBody()), "");
    }

    /** A JSON Merge Patch. */
    public Answer patch(String path, JsonObject body, String etag) {
        return send(
                request(path)
                        .header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", etag)
                        .method("PATCH", BodyPublishers.ofString(body.toString())),
                body.toString());
    }

    public Answer delete(String path, String etag) {
        return send(request(path).header("If-Match", etag).DELETE(), "");
    }

    /** The beginning of a request of this caller, for what the other methods do not do. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(api.resolve(path)).timeout(ANSWER_MAX);
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest.Builder builder, String body) {
        HttpRequest request = builder.build();
        try {
            Answer answer = Answer.of(HTTP.send(request, BodyHandlers.ofString()));
            SpecCheck.check(request, body, answer);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(request.method() + " " + request.uri() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted.", e);
        }
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }
}
