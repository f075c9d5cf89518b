package io.bilet.rest.http.call;

import io.bilet.platform.idempotency.Answered;
import io.bilet.platform.idempotency.StoredAnswer;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Answers of operations as they are kept for repetitions: written once, so that the first and all later ones are the
 * same.
 */
final class AnswerCodec {

    private static final List<String> HEADERS = List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION);

    private AnswerCodec() {}

    static StoredAnswer store(Response response) {
        JsonObjectBuilder headers = StoredJson.object();
        for (String name : HEADERS) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.add(
                        name,
                        name.equals(HttpHeaders.LOCATION) ? URI.create(value).getRawPath() : value);
            }
        }
        String body = response.hasEntity() ? JsonbResolver.jsonb().toJson(response.getEntity()) : null;
        return new StoredAnswer(response.getStatus(), headers.build().toString(), body);
    }

    /** The headers are left to the exchange: a server would make absolute addresses of some of them. */
    static Response response(Answered answered, Exchange exchange) {
        StoredAnswer answer = answered.answer();
        StoredJson.readObject(answer.headers())
                .forEach((name, value) -> exchange.answerWith(name, ((JsonString) value).getString()));
        if (answered.replayed()) {
            exchange.answerWith("Idempotent-Replayed", "true");
        }
        Response.ResponseBuilder response = Response.status(answer.status());
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        return response.build();
    }
}
