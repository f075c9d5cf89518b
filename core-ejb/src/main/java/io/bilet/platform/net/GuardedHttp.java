package io.bilet.platform.net;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Sends calls to far ends that somebody else chose, as {@link GuardedSockets} allows. Redirects are not followed; size
 * and time are bounded.
 */
@ApplicationScoped
public class GuardedHttp {

    @Inject
    private GuardedSockets sockets;

    /**
     * What the far end answered.
     *
     * @param headers by their names in lower case; of several the last
     * @param body read as UTF-8
     */
    public record Reply(int status, Map<String, String> headers, String body) {}

    /**
     * Sends one call.
     *
     * @param headers in the shape HTTP wants; lines in them are refused
     * @param timeout until the whole answer is there
     * @throws IOException saying in words why there is no whole answer
     */
    public Reply send(String method, URI uri, Map<String, String> headers, Optional<String> body, Duration timeout)
            throws IOException {
        try (Socket socket = sockets.open(uri, timeout)) {
            byte[] content = body.orElse("").getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(head(method, uri, headers, body.isPresent(), content.length));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return new HttpAnswer(socket.getInputStream(), timeout).reply();
        }
    }

    private static byte[] head(String method, URI uri, Map<String, String> headers, boolean hasBody, int length) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String authority = uri.getPort() > 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
        StringBuilder head = new StringBuilder();
        line(head, method + " " + path + query + " HTTP/1.1");
        line(head, "Host: " + authority);
        line(head, "User-Agent: Bilet");
        line(head, "Accept-Encoding: identity");
        line(head, "Connection: close");
        if (hasBody) {
            line(head, "Content-Length: " + length);
        }
        headers.forEach((name, value) -> line(head, name + ": " + value));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void line(StringBuilder head, String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A header holds no line break.");
        }
        head.append(text).append("\r\n");
    }
}
