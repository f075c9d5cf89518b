package io.bilet.rest.http.edge;

import io.bilet.platform.config.Within;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an installation may set about its API; see the guide to configuration. */
@ApplicationScoped
public class HttpSettings {

    @Inject
    @ConfigProperty(name = "bilet.http.json-bytes-max", defaultValue = "1048576")
    @Within(min = "65536", max = "16777216")
    int jsonBytesMax;

    @Inject
    @ConfigProperty(name = "bilet.http.upload-bytes-max", defaultValue = "41943040")
    @Within(min = "65536", max = "268435456")
    long uploadBytesMax;

    @Inject
    @ConfigProperty(name = "bilet.http.requests-per-minute", defaultValue = "6000")
    @Within(min = "1", max = "100000000")
    int requestsPerMinute;

    @Inject
    @ConfigProperty(name = "bilet.http.cors-origins", defaultValue = "none")
    List<String> corsOrigins;

    /** The longest JSON body that is read. */
    public long jsonBytesMax() {
        return jsonBytesMax;
    }

    /** The longest file or mail that is read. */
    public long uploadBytesMax() {
        return uploadBytesMax;
    }

    /** How often one token may call; a token may have a limit of its own. */
    public int requestsPerMinute() {
        return requestsPerMinute;
    }

    /** The origins whose pages may call from a browser, such as {@code https://desk.example.org}. */
    Set<String> corsOrigins() {
        return Set.copyOf(corsOrigins);
    }
}
