package io.bilet.platform.net;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Names that may be asked although their addresses are private, for what lies in one's own network. */
    @Inject
    @ConfigProperty(name = "bilet.http.private-hosts")
    Optional<String> privateHosts;

    /** A connection to the address's host; the caller closes it. Reading waits no longer than {@code patience}. */
    Socket open(URI uri, Duration patience) throws IOException {
        boolean secure = "https".equals(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        int millis = (int) Math.max(1, patience.toMillis());
        Socket plain = new Socket();
        try {
            plain.setSoTimeout(millis);
            plain.connect(new InetSocketAddress(checked(uri.getHost()), port), millis);
            return secure ? secured(plain, uri.getHost(), port) : plain;
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
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
}
