package io.bilet.platform.net;

import io.bilet.platform.error.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Gets a document whose address somebody else chose.
 *
 * <p>A name is resolved once, every address it has must be public, and the connection goes to the very address that was
 * checked, so that a name cannot point elsewhere a moment later. Redirects are not followed; size and time are bounded.
 */
@ApplicationScoped
public class GuardedGet {

    private static final int URL_LENGTH_MAX = 500;
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(10).toMillis();

    /** Names that may be asked although their addresses are private, for feeds of one's own network. */
    @Inject
    @ConfigProperty(name = "bilet.http.private-hosts")
    Optional<String> privateHosts;

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
        boolean secure = "https".equals(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        String host = uri.getHost();
        try (Socket plain = new Socket()) {
            plain.setSoTimeout(PATIENCE_MILLIS);
            plain.connect(new InetSocketAddress(checked(host), port), PATIENCE_MILLIS);
            try (Socket socket = secure ? secured(plain, host, port) : plain) {
                socket.getOutputStream().write(request(uri, etag));
                socket.getOutputStream().flush();
                return new HttpAnswer(socket.getInputStream()).document();
            }
        }
    }

    private InetAddress checked(String host) throws IOException {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        InetAddress[] addresses = InetAddress.getAllByName(name);
        boolean allowed =
                privateNames().contains(name) || Arrays.stream(addresses).allMatch(PublicAddress::is);
        if (!allowed) {
            throw new IOException("The address of " + name + " is not on the open internet.");
        }
        return addresses[0];
    }

    private Set<String> privateNames() {
        return privateHosts.stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
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
