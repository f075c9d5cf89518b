package io.bilet.rest.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Tells requests that another reader could take for a different one, or for two: where one ends must be beyond doubt
 * (RFC 9112 §6.3, §11.2). Servers refuse most of them on their own, but not all of them all.
 */
final class Doubt {

    private static final Set<String> PROTOCOLS = Set.of("HTTP/1.0", "HTTP/1.1", "HTTP/2.0");

    private Doubt() {}

    static boolean isIn(HttpServletRequest request) {
        List<String> codings = values(request, "Transfer-Encoding");
        List<String> lengths = values(request, "Content-Length");
        boolean ends = codings.isEmpty()
                ? lengths.size() <= 1
                : codings.equals(List.of("chunked"))
                        && lengths.isEmpty()
                        && request.getProtocol().equals("HTTP/1.1");
        return !ends
                || !PROTOCOLS.contains(request.getProtocol())
                || values(request, "Host").size() > 1
                || hasControls(request);
    }

    private static boolean hasControls(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .flatMap(name -> values(request, name).stream())
                .anyMatch(value -> value.chars().anyMatch(c -> c < ' ' && c != '\t'));
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
