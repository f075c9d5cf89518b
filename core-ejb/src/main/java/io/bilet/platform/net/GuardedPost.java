package io.bilet.platform.net;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Sends JSON to an address that somebody else chose. Redirects are not followed; of the answer little more than the
 * status is read, and all of it is bounded in time.
 */
@ApplicationScoped
public class GuardedPost {

    /** Of what the far end answers beyond its headers, so much is kept, and waited for so long. */
    private static final int EXCERPT_MAX = 1_024;

    private static final Duration EXCERPT_PATIENCE = Duration.ofSeconds(1);

    @Inject
    private GuardedSockets sockets;

    /**
     * What came back.
     *
     * @param retryAfter the header of that name, as it came
     * @param excerpt the beginning of the body, without anything that does not print
     */
    public record Reply(int status, Optional<String> retryAfter, String excerpt) {}

    /**
     * Posts the body and waits for the headers of the answer.
     *
     * @throws IOException saying in words why none came
     */
    public Reply post(URI uri, Map<String, String> headers, byte[] body, Duration patience) throws IOException {
        try (TimedSocket plain = new TimedSocket(patience);
                Socket socket = sockets.connect(uri, plain)) {
            socket.getOutputStream().write(request(uri, headers, body));
            socket.getOutputStream().flush();
            HttpAnswer answer = new HttpAnswer(socket.getInputStream());
            int status = answer.head();
            plain.endIn(EXCERPT_PATIENCE);
            return new Reply(status, answer.header("retry-after"), answer.excerpt(EXCERPT_MAX));
        } catch (SocketTimeoutException late) {
            throw new IOException("The endpoint did not answer in time.", late);
        } catch (UnknownHostException unknown) {
            throw new IOException("The name of the endpoint cannot be resolved.", unknown);
        } catch (ConnectException away) {
            throw new IOException("The endpoint cannot be reached.", away);
        } catch (SSLException untrusted) {
            throw new IOException("No trusted connection to the endpoint could be made.", untrusted);
        }
    }

    private static byte[] request(URI uri, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder("POST ")
                .append(target(uri))
                .append(" HTTP/1.1\r\nHost: ")
                .append(uri.getPort() > 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost())
                .append("\r\nUser-Agent: Bilet\r\nAccept-Encoding: identity\r\nConnection: close\r\n")
                .append("Content-Type: application/json\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
