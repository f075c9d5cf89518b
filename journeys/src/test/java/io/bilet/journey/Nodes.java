package io.bilet.journey;

import io.bilet.dev.Ports;
import io.bilet.dev.WildFlyServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes of one desk on the suite's database, to be killed, frozen and stopped. */
final class Nodes {

    private static final Duration START_MAX = Duration.ofSeconds(120);

    private Nodes() {}

    /** Starts the first node, on the suite's own ports, and waits until it takes requests. */
    static WildFlyServer first() throws IOException, InterruptedException {
        return start("node-1", Suite.current().ports());
    }

    static WildFlyServer start(String name, Ports ports) throws IOException, InterruptedException {
        Suite suite = Suite.current();
        Map<String, String> environment = new LinkedHashMap<>(suite.environment());
        environment.put("BILET_HTTP_REQUESTS_PER_MINUTE", "10000000");
        return WildFlyServer.start(new WildFlyServer.Launch(
                        suite.checkout().wildFly(),
                        suite.directory().resolve(name),
                        suite.checkout().war(),
                        ports,
                        List.of("-Xmx768m", "-Duser.timezone=UTC"),
                        environment))
                .awaitReady(START_MAX);
    }

    static URI api(Ports ports) {
        return URI.create("http://127.0.0.1:" + ports.http() + "/api/v1/");
    }
}
