package io.bilet.rest.http.edge;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.Problem;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.log.LogContext;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Refusals as the API tells them: {@code application/problem+json} (RFC 9457). */
public final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    /** How to authenticate (RFC 6750 §3). */
    static final String CHALLENGE = "Bearer realm=\"bilet\"";

    private static final String INVALID_TOKEN = CHALLENGE + ", error=\"invalid_token\"";
    private static final int UNAVAILABLE_SECONDS = 2;

    private Problems() {}

    /** The answer to what was refused. */
    public static Response response(BiletException refusal) {
        return response(refusal.problem(), refusal.getMessage(), refusal.errors());
    }

    /** The answer to a problem with nothing more to say about places. */
    public static Response response(Problem problem, String detail) {
        return response(problem, detail, List.of());
    }

    private static Response response(Problem problem, String detail, List<FieldError> errors) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(json(problem, detail, errors).getBytes(StandardCharsets.UTF_8));
        switch (problem) {
            case UNAUTHENTICATED -> response.header("WWW-Authenticate", CHALLENGE);
            case INVALID_TOKEN -> response.header("WWW-Authenticate", INVALID_TOKEN);
            case UNAVAILABLE, REQUEST_IN_PROGRESS -> response.header("Retry-After", UNAVAILABLE_SECONDS);
            default -> {}
        }
        return response.build();
    }

    /** Writes a problem where Jakarta REST is not reached. */
    static void write(HttpServletResponse response, Problem problem, String detail) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        switch (problem) {
            case UNAUTHENTICATED -> response.setHeader("WWW-Authenticate", CHALLENGE);
            case INVALID_TOKEN -> response.setHeader("WWW-Authenticate", INVALID_TOKEN);
            case UNAVAILABLE -> response.setIntHeader("Retry-After", UNAVAILABLE_SECONDS);
            default -> {}
        }
        byte[] body = json(problem, detail, List.of()).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    static String json(Problem problem, String detail, List<FieldError> errors) {
        JsonObjectBuilder json = StoredJson.object()
                .add("type", "/problems/" + problem.slug())
                .add("title", title(problem))
                .add("status", problem.status())
                .add("detail", detail);
        LogContext.request()
                .ifPresent(request -> json.add("instance", request.path()).add("request_id", request.id()));
        if (!errors.isEmpty()) {
            json.add("errors", errors(errors));
        }
        return json.build().toString();
    }

    private static JsonArrayBuilder errors(List<FieldError> errors) {
        JsonArrayBuilder array = StoredJson.array();
        errors.forEach(error -> array.add(StoredJson.object()
                .add("pointer", error.pointer())
                .add("code", error.code())
                .add("detail", error.detail())));
        return array;
    }

    /** The slug in words: {@code invalid-input} is "Invalid input". */
    private static String title(Problem problem) {
        String words = problem.slug().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
