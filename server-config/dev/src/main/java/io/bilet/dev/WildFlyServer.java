package io.bilet.dev;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * A node: the provisioned WildFly with one WAR. It runs in a directory of its own, which is made anew at each start, so
 * that the provisioned server is never touched and several nodes can share it.
 */
public final class WildFlyServer implements AutoCloseable {

    /** A node drains for up to 25 s after SIGTERM (see configure.cli) and then needs a moment to stop. */
    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    private final Path home;
    private final Path directory;
    private final Ports ports;
    private final List<String> javaOptions;
    private final Map<String, String> environment;
    private final ServerProcess process;

    private WildFlyServer(Launch launch) throws IOException {
        this.home = launch.home();
        this.directory = launch.directory().toAbsolutePath();
        this.ports = launch.ports();
        this.javaOptions = launch.javaOptions();
        this.environment = launch.environment();
        layOut(launch.war());
        this.process = ServerProcess.start("WildFly", command(), environment, log());
    }

    /** Starts a node without waiting for it. */
    public static WildFlyServer start(Launch launch) throws IOException {
        return new WildFlyServer(launch);
    }

    /** Waits until the node takes requests. */
    public WildFlyServer awaitReady(Duration atMost) throws InterruptedException {
        Readiness readiness = new Readiness(health(), api().resolve("tickets"));
        process.awaitReady(atMost, () -> {
            requireDeployed();
            return readiness.answers();
        });
        return this;
    }

    /** Ends with a slash, so that paths can be resolved against it. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + ports.http() + "/api/v1/");
    }

    public URI health() {
        return URI.create("http://127.0.0.1:" + ports.management() + "/health/ready");
    }

    public Path log() {
        return directory.resolve("server.log");
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.alive();
    }

    public CompletableFuture<Process> ended() {
        return process.ended();
    }

    public void kill() {
        process.kill();
    }

    public void freeze() throws IOException, InterruptedException {
        process.freeze();
    }

    public void thaw() throws IOException, InterruptedException {
        process.thaw();
    }

    /** SIGTERM: requests in flight are answered first. */
    public void stop() {
        process.stop(STOP_MAX);
    }

    @Override
    public void close() {
        stop();
    }

    private void requireDeployed() {
        if (Files.exists(directory.resolve("deployments/bilet.war.failed"))) {
            throw new IllegalStateException("Bilet could not be deployed; see " + log());
        }
    }

    private void layOut(Path war) throws IOException {
        FileTree.delete(directory);
        FileTree.copy(home.resolve("standalone/configuration"), directory.resolve("configuration"));
        FileTree.delete(directory.resolve("configuration/standalone_xml_history"));
        Files.createDirectories(directory.resolve("deployments"));
        Files.copy(war, directory.resolve("deployments/bilet.war"), StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> command() {
        return StandaloneCommandBuilder.of(home)
                .setJavaHome(Path.of(System.getProperty("java.home")))
                .setBaseDirectory(directory)
                .setJavaOptions(javaOptions)
                .addServerArgument("-Djboss.socket.binding.port-offset=" + ports.offset())
                .build();
    }

    /**
     * What a node is made of.
     *
     * @param home the provisioned server
     * @param directory where the node keeps its configuration, logs and temporary files; emptied first
     */
    public record Launch(
            Path home,
            Path directory,
            Path war,
            Ports ports,
            List<String> javaOptions,
            Map<String, String> environment) {}
}
