package io.bilet.dev;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Calls the API as one caller; waits and asks again when the server is busy. */
final class ApiClient {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final int ATTEMPTS_MAX = 10;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final String token;

    ApiClient(URI api, String token) {
        this.api = api;
        this.token = token;
    }

    JsonObject get(String path) throws IOException, InterruptedException {
        return send("GET", path, "application/json", JsonValue.EMPTY_JSON_OBJECT);
    }

    JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
        return send("POST", path, "application/json", body);
    }

    JsonObject put(String path, JsonObject body) throws IOException, InterruptedException {
        return send("PUT", path, "application/json", body);
    }

    JsonObject patch(String path, JsonObject change) throws IOException, InterruptedException {
        return send("PATCH", path, "application/merge-patch+json", change);
    }

    /** The first item of a list, however many pages it has. */
    Optional<JsonObject> find(String path, Predicate<JsonObject> wanted) throws IOException, InterruptedException {
        String next = path;
        while (!next.isEmpty()) {
            JsonObject page = get(next);
            for (JsonObject item : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
                if (wanted.test(item)) {
                    return Optional.of(item);
                }
            }
            next = page.getString("next", "");
        }
        return Optional.empty();
    }

    /** A value as part of a query. */
    static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private JsonObject send(String method, String path, String mediaType, JsonObject body)
            throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(api.resolve(path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
        HttpRequest request = body.isEmpty()
                ? builder.method(method, BodyPublishers.noBody()).build()
                : builder.header("Content-Type", mediaType)
                        .method(method, BodyPublishers.ofString(body.toString()))
                        .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        for (int attempt = 1; busy(answer) && attempt < ATTEMPTS_MAX; attempt++) {
            TimeUnit.SECONDS.sleep(
                    answer.headers().firstValueAsLong("Retry-After").orElse(1));
            answer = http.send(request, BodyHandlers.ofString());
        }
        if (answer.statusCode() >= 300) {
            throw new ApiRefused(method + " " + path, answer.statusCode(), answer.body());
        }
        return parse(answer.body());
    }

    private static boolean busy(HttpResponse<?> answer) {
        return answer.statusCode() == TOO_MANY_REQUESTS || answer.statusCode() == UNAVAILABLE;
    }

    private static JsonObject parse(String body) {
        if (body.isEmpty()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}
