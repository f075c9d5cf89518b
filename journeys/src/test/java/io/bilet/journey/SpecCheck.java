package io.bilet.journey;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/**
 * Holds an exchange to the specification that the server ships: every answer, and every request the server took. What
 * it refused may be as wrong as a journey wants it to be.
 */
final class SpecCheck {

    private static final OpenApiInteractionValidator SPECIFICATION = read(LevelResolver.create());

    /** What is not specified is answered 404 or 405. */
    private static final OpenApiInteractionValidator BESIDE_IT = read(LevelResolver.create()
            .withLevel("validation.request.path.missing", ValidationReport.Level.IGNORE)
            .withLevel("validation.request.operation.notAllowed", ValidationReport.Level.IGNORE));

    private SpecCheck() {}

    static void check(HttpRequest request, String body, Answer answer) {
        String path = request.uri().getPath();
        if (!path.startsWith("/api/v1/")) {
            return;
        }
        Method method = Method.valueOf(request.method());
        boolean beside = answer.status() == 404 || answer.status() == 405;
        ValidationReport report = (beside ? BESIDE_IT : SPECIFICATION)
                .validateResponse(path.substring("/api/v1".length()), method, response(answer));
        if (answer.status() < 400) {
            report = report.merge(SPECIFICATION.validateRequest(request(request, method, body)));
        }
        if (report.hasErrors()) {
            throw new AssertionError(request.method() + " " + request.uri() + " → " + answer.status()
                    + " breaks the specification:\n"
                    + SimpleValidationReportFormat.getInstance().apply(report) + "\n" + answer.body());
        }
    }

    private static SimpleRequest request(HttpRequest request, Method method, String body) {
        SimpleRequest.Builder builder =
                new SimpleRequest.Builder(method, request.uri().getPath().substring("/api/v1".length()));
        request.headers().map().forEach(builder::withHeader);
        query(request.uri(), builder);
        if (!body.isEmpty()) {
            builder.withBody(body);
        }
        return builder.build();
    }

    private static void query(URI uri, SimpleRequest.Builder builder) {
        if (uri.getRawQuery() == null) {
            return;
        }
        for (String pair : uri.getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            builder.withQueryParam(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
    }

    private static SimpleResponse response(Answer answer) {
        SimpleResponse.Builder builder = SimpleResponse.Builder.status(answer.status());
        answer.headers().map().forEach(builder::withHeader);
        if (!answer.body().isEmpty()) {
            builder.withBody(answer.body());
        }
        return builder.build();
    }

    private static OpenApiInteractionValidator read(LevelResolver.Builder levels) {
        try (InputStream stream = SpecCheck.class.getResourceAsStream("/META-INF/bilet/openapi.json")) {
            if (stream == null) {
                throw new IllegalStateException("The specification is not on the class path.");
            }
            return OpenApiInteractionValidator.createForInlineApiSpecification(
                            new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .withBasePathOverride("/")
                    .withLevelResolver(levels
                            // The server decides about tokens, and says so in its answer.
                            .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                            .build())
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
