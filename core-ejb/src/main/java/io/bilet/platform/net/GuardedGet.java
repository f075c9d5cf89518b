package io.bilet.platform.net;

import io.bilet.platform.error.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gets a document whose address somebody else chose.
 *
 * <p>It goes where {@link GuardedSockets} allows. Redirects are not followed; size and time are bounded.
 */
@ApplicationScoped
public class GuardedGet {

    private static final int URL_LENGTH_MAX = 500;
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    private GuardedSockets sockets;

    /**
     * What came.
     *
     * @param etag the document's version, to be asked with the next time; null if the far end tells none
     */
    public record Document(String text, @Nullable String etag) {}

    /**
     * Reads an address that may be asked; resolves nothing.
     *
     * @throws InvalidInput naming {@code pointer} if it is none
     */
    public static URI parse(String url, String pointer) {
        try {
            URI uri = new URI(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && url.length() <= URL_LENGTH_MAX
                    && VISIBLE.matcher(url).matches()) {
                return uri;
            }
        } catch (URISyntaxException unreadable) {
            // said below
        }
        throw new InvalidInput(
                pointer, "invalid_url", "An http or https address without user and fragment was expected.");
    }

    /**
     * Gets the document; empty if it is still the one of {@code etag}.
     *
     * @throws IOException saying in words why it did not come
     */
    public Optional<Document> get(URI uri, @Nullable String etag) throws IOException {
        try (Socket socket = sockets.open(uri, PATIENCE)) {
            socket.getOutputStream().write(request(uri, etag));
            socket.getOutputStream().flush();
            return new HttpAnswer(socket.getInputStream()).document();
        }
    }

    private static byte[] request(URI uri, @Nullable String etag) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String authority = uri.getPort() > 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
        String condition = etag == null ? "" : "If-None-Match: " + etag + "\r\n";
        String headers = "User-Agent: Bilet\r\nAccept-Encoding: identity\r\nConnection: close\r\n" + condition;
        return ("GET " + path + query + " HTTP/1.1\r\nHost: " + authority + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
