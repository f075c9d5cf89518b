package io.bilet.journey;

import io.bilet.dev.Checkout;
import io.bilet.dev.Ports;
import io.bilet.dev.WildFlyServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A place for a server: its name, its ports and its directory stay while servers come and go. */
final class Node {

    private static final Duration START_MAX = Duration.ofMinutes(4);
    private static final Duration STOP_MAX = Duration.ofSeconds(60);

    /** A node lives for a minute or two, too short for the optimising compiler to pay for itself. */
    private static final List<String> JAVA_OPTIONS =
            List.of("-Xms128m", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC");

    private final Path directory;
    private final Ports ports = Ports.free();
    private final Map<String, String> environment;
    private @Nullable WildFlyServer server;
    private int starts;

    Node(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** Ends with a slash. */
    URI api() {
        return URI.create("http://127.0.0.1:" + ports.http() + "/api/v1/");
    }

    /** Where the node says how it is: {@code ready} or {@code live}. */
    URI health(String question) {
        return URI.create("http://127.0.0.1:" + ports.management() + "/health/" + question);
    }

    boolean runs() {
        return server != null && server.alive();
    }

    /** Starts a server without waiting for it; does nothing if there is one. */
    void launch() throws IOException {
        if (!runs()) {
            keepLog();
            Checkout checkout = Suite.current().checkout();
            server = WildFlyServer.start(new WildFlyServer.Launch(
                    checkout.wildFly(), directory, checkout.war(), ports, JAVA_OPTIONS, environment));
        }
    }

    /** A server begins its directory anew; what its predecessor said is wanted when something went wrong. */
    private void keepLog() throws IOException {
        if (server != null) {
            Path kept = directory.resolveSibling(directory.getFileName() + "-" + starts + ".log");
            Files.move(server.log(), kept, StandardCopyOption.REPLACE_EXISTING);
        }
        starts++;
    }

    /** Waits until the server takes requests. */
    void awaitReady() throws InterruptedException {
        server().awaitReady(START_MAX);
    }

    /** SIGKILL, as a power cut would. */
    void kill() {
        if (runs()) {
            server().kill();
        }
    }

    /** SIGTERM, without waiting for the end. */
    void terminate() {
        ProcessHandle.of(server().pid()).ifPresent(ProcessHandle::destroy);
    }

    /** How long it took until the server had ended. */
    Duration awaitEnd() throws Exception {
        long since = System.nanoTime();
        server().ended().get(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
        return Duration.ofNanos(System.nanoTime() - since);
    }

    void freeze() throws IOException, InterruptedException {
        server().freeze();
    }

    void thaw() throws IOException, InterruptedException {
        server().thaw();
    }

    private WildFlyServer server() {
        if (server == null) {
            throw new IllegalStateException("No server was started in " + directory);
        }
        return server;
    }
}
