package io.bilet.spi.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One HTTP call to a far end.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
 * @param uri absolute, with {@code https} or {@code http}, a host, no user and no fragment
 * @param headers names to values; the host adds {@code Host}, {@code Content-Length} and {@code User-Agent}
 * @param body sent as UTF-8
 * @param timeout until the whole answer is there; 1 ms to 60 s
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public record HttpCall(String method, URI uri, Map<String, String> headers, Optional<String> body, Duration timeout) {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Duration TIMEOUT_MAX = Duration.ofSeconds(60);

    /** Checks the shapes above. */
    public HttpCall {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("The method must be one of GET, POST, PUT, PATCH and DELETE.");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("The address must be absolute, without user and fragment.");
        }
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(TIMEOUT_MAX) > 0) {
            throw new IllegalArgumentException("The time-out must be between 1 ms and 60 s.");
        }
        headers = Map.copyOf(headers);
    }

    /** A call without body. */
    public static HttpCall of(String method, URI uri, Duration timeout) {
        return new HttpCall(method, uri, Map.of(), Optional.empty(), timeout);
    }

    /** The same with one header more. */
    public HttpCall with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new HttpCall(method, uri, more, body, timeout);
    }

    /** The same with a body of this type. */
    public HttpCall with(String mediaType, Optional<String> text) {
        return new HttpCall(method, uri, headers, text, timeout).with("Content-Type", mediaType);
    }
}
