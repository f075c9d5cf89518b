package io.bilet.rest.http.edge;

import io.bilet.platform.error.Problem;
import io.bilet.platform.log.LogContext;
import io.bilet.rest.http.call.Exchange;
import io.bilet.rest.http.spec.Operation;
import io.bilet.rest.http.spec.Operations;
import io.bilet.rest.telemetry.Requests;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The outermost station of the API: names the request, sets the headers every answer has, lets strangers no further
 * than to what is public, knows the methods there are.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class Edge extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String API = "/api/v1";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern PUBLIC = Pattern.compile(Operations.bundled().all().stream()
            .filter(Operation::isPublic)
            .map(operation -> API + operation.path().replace(".", "\\.").replaceAll("\\{[a-z_]+}", "[^/]+"))
            .collect(Collectors.joining("|")));
    private static final int NO_CONTENT = 204;

    @Inject
    transient Cors cors;

    @Inject
    transient Requests requests;

    @Inject
    transient Exchange exchange;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = RequestId.of(request);
        LogContext.begin(id, request.getRequestURI());
        Requests.Served served = requests.begin(request, id);
        try {
            writeHeaders(request, response, id);
            if (OneReading.refused(request, response)) {
                return;
            }
            Optional<Refusal> refusal = Refusal.of(request).or(() -> ofStranger(request));
            if (cors.isPreflight(request)) {
                response.setStatus(NO_CONTENT);
            } else if (refusal.isPresent()) {
                Problems.write(response, refusal.get().problem(), refusal.get().detail());
            } else if (METHODS.contains(request.getMethod())) {
                chain.doFilter(request, response);
            } else {
                Problems.write(response, Problem.METHOD_NOT_ALLOWED, "The resource does not take this method.");
            }
        } finally {
            end(served, request.getMethod(), response.getStatus());
            LogContext.end();
        }
    }

    private void end(Requests.Served served, String method, int status) {
        Optional<Operation> asked = exchange.asked();
        served.end(
                asked.map(Operation::id).orElse("none"),
                METHODS.contains(method) ? method : "other",
                asked.map(Operation::path).orElse("/"),
                status);
    }

    /** Whoever has not signed in is told only that: not what there is, nor what it takes. */
    private static Optional<Refusal> ofStranger(HttpServletRequest request) {
        boolean open = request.getUserPrincipal() != null
                || PUBLIC.matcher(request.getRequestURI()).matches();
        return open ? Optional.empty() : Optional.of(Refusal.UNAUTHENTICATED);
    }

    /** What every answer says, whatever becomes of the request. */
    private void writeHeaders(HttpServletRequest request, HttpServletResponse response, String requestId) {
        response.setHeader(RequestId.HEADER, requestId);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        cors.write(request, response);
    }
}
