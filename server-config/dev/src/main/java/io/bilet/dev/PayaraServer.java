package io.bilet.dev;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Payara domain made for one run: created, configured as {@code server-config/payara/configure.asadmin} says, and
 * thrown away with its directory at the next start. What is deployed to it is up to the caller.
 */
public final class PayaraServer implements AutoCloseable {

    private static final String DOMAIN = "bilet";
    private static final Duration COMMAND_MAX = Duration.ofMinutes(3);

    private final Path asadmin;
    private final Path domains;
    private final Ports ports;
    private final Map<String, String> environment;

    private PayaraServer(Checkout checkout, Path directory, Ports ports, Map<String, String> environment) {
        this.asadmin = checkout.payara().resolve("bin/asadmin");
        this.domains = directory.toAbsolutePath().resolve("domains");
        this.ports = ports;
        this.environment = environment;
    }

    public static PayaraServer start(Checkout checkout, Path directory, Ports ports, Map<String, String> environment)
            throws IOException, InterruptedException {
        PayaraServer server = new PayaraServer(checkout, directory, ports, environment);
        FileTree.delete(server.domains);
        Files.createDirectories(server.domains);
        server.administer(
                "create-domain",
                "--domaindir",
                server.domains.toString(),
                "--portbase",
                server.portBase(),
                "--nopassword",
                DOMAIN);
        Files.copy(
                checkout.payaraDriver(),
                server.domains.resolve(DOMAIN + "/lib/mariadb-java-client.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        server.administer("start-domain", "--domaindir", server.domains.toString(), DOMAIN);
        server.administer(
                "--port",
                String.valueOf(ports.payaraAdministration()),
                "multimode",
                "--file",
                checkout.payaraSettings().toString());
        return server;
    }

    public URI health() {
        return URI.create("http://127.0.0.1:" + ports.http() + "/health/ready");
    }

    public Path log() {
        return domains.resolve(DOMAIN + "/logs/server.log");
    }

    @Override
    public void close() {
        try {
            administer("stop-domain", "--domaindir", domains.toString(), DOMAIN);
        } catch (IOException e) {
            throw new IllegalStateException("Payara did not stop; see " + log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The domain's ports follow from it: 80 more for HTTP, 48 more for administration. */
    private String portBase() {
        return String.valueOf(ports.http() - 80);
    }

    private void administer(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(asadmin.toString()));
        command.addAll(List.of(arguments));
        Path output = domains.resolve("asadmin.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("AS_JAVA", System.getProperty("java.home"));
        Process process = builder.start();
        if (!process.waitFor(COMMAND_MAX.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("asadmin " + arguments[0] + " failed; see " + output);
        }
    }
}
