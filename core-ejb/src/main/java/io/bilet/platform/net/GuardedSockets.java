package io.bilet.platform.net;

import io.bilet.platform.error.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Connects to addresses that somebody else chose. A name is resolved once, every address it has must be public, and the
 * connection goes to the very address that was checked, so that a name cannot point elsewhere a moment later.
 */
@ApplicationScoped
public class GuardedSockets {

    private static final Set<Integer> PORTS = Set.of(443, 8443);

    /** Names that may be asked although their addresses are private, for what lies in one's own network. */
    @Inject
    @ConfigProperty(name = "bilet.http.private-hosts")
    Optional<String> privateHosts;

    /**
     * Reads an address to which something may be sent: on the open internet by https and its usual ports only. A name
     * that does not resolve yet passes; every connection is checked again.
     *
     * @throws InvalidInput naming {@code pointer} if it is none
     */
    public URI destination(String url, String pointer) {
        URI uri = GuardedGet.parse(url, pointer);
        if (isOurOwn(name(uri))) {
            return uri;
        }
        if (!isSecure(uri) || !PORTS.contains(port(uri))) {
            throw new InvalidInput(pointer, "invalid_url", "An https address with port 443 or 8443 was expected.");
        }
        if (name(uri).endsWith(".") || !isPublic(uri)) {
            throw new InvalidInput(pointer, "private_address", "The address is not on the open internet.");
        }
        return uri;
    }

    private static boolean isPublic(URI uri) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name(uri))).allMatch(PublicAddress::is);
        } catch (UnknownHostException notYet) {
            return true;
        }
    }

    /** A connection to the address's host; the caller closes it. All of it is over after {@code patience}. */
    Socket open(URI uri, Duration patience) throws IOException {
        TimedSocket plain = new TimedSocket(patience);
        try {
            return connect(uri, plain);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /**
     * Connects.
     *
     * @param plain not connected yet; its time bounds everything
     * @return what to speak through, of which {@code plain} is the lowest layer
     */
    Socket connect(URI uri, TimedSocket plain) throws IOException {
        plain.connect(new InetSocketAddress(checked(name(uri)), port(uri)), plain.remainingMillis());
        return isSecure(uri) ? secured(plain, uri.getHost(), port(uri)) : plain;
    }

    private InetAddress checked(String name) throws IOException {
        InetAddress[] addresses = InetAddress.getAllByName(name);
        boolean allowed = isOurOwn(name) || Arrays.stream(addresses).allMatch(PublicAddress::is);
        if (!allowed) {
            throw new IOException("The address of " + name + " is not on the open internet.");
        }
        return addresses[0];
    }

    private boolean isOurOwn(String name) {
        return privateHosts.stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .map(String::strip)
                .anyMatch(name::equals);
    }

    private static boolean isSecure(URI uri) {
        return "https".equals(uri.getScheme());
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : isSecure(uri) ? 443 : 80;
    }

    private static String name(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
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
}
