package io.bilet.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether a node takes requests: it says so itself, and its API refuses a stranger instead of not being there. */
final class Readiness {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();
    private final URI health;
    private final URI api;

    Readiness(URI health, URI api) {
        this.health = health;
        this.api = api;
    }

    boolean answers() throws InterruptedException {
        return status(api) == UNAUTHORIZED && status(health) == OK;
    }

    private int status(URI uri) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
