package io.bilet.journey;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What the API answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The body, read. */
    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    /** The value of a header that must be there. */
    public String header(String name) {
        return headers.firstValue(name).orElseThrow(() -> new AssertionError("No " + name + " in " + this));
    }
}
