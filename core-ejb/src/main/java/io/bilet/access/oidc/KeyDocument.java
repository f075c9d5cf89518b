package io.bilet.access.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Fetches the text at a configured place, be it a URL, a file or a resource of the application. */
final class KeyDocument {

    /** A set of a hundred keys with certificates stays well below. */
    private static final int BYTES_MAX = 256 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final String place;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    KeyDocument(String place) {
        this.place = place;
    }

    /** Whether the text lies elsewhere and may change while we run. */
    boolean isRemote() {
        return place.startsWith("https://") || place.startsWith("http://");
    }

    String fetch() throws IOException {
        try (InputStream in = open()) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new IOException("The document is larger than " + BYTES_MAX + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private InputStream open() throws IOException {
        if (isRemote()) {
            return get();
        }
        if (place.startsWith("classpath:")) {
            return resource(place.substring("classpath:".length()));
        }
        return Files.newInputStream(place.startsWith("file:") ? Path.of(URI.create(place)) : Path.of(place));
    }

    private InputStream get() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(place))
                .timeout(ANSWER)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != OK) {
                response.body().close();
                throw new IOException("The issuer answered " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking the issuer", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream(name.startsWith("/") ? name.substring(1) : name);
        if (in == null) {
            throw new IOException("There is no resource " + name);
        }
        return in;
    }
}
