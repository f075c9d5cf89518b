package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bilet.dev.DevServer;
import io.bilet.dev.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The development server, and the lines of the README as a stranger types them. */
@Tag("nodes")
class ReadmeIT {

    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);
    private static final Pattern FIVE_LINES = Pattern.compile("(?s)## The main job in five lines.*?```sh\n(.*?)```");

    /** What of a checkout the development server needs; everything else it makes itself. */
    private static final List<String> BUILT = List.of(
            "rest-api/target/bilet.war",
            "server-config/wildfly/target/server",
            "server-config/dev/target/mariadb",
            "server-config/mariadb",
            "checks");

    private final Path checkout = Suite.current().checkout().root();
    private final Path stranger = Suite.current().directory().resolve("stranger");
    private final Ports ports = Ports.free();

    @Test
    void the_lines_of_the_readme_do_what_they_say() throws Exception {
        assumeTrue(answers("curl", "--version") && answers("sh", "-c", "true"), "no curl here");
        link();
        Process server = start();
        try {
            await("dev.json")
                    .atMost(START_MAX)
                    .failFast("the development server ended", () -> !server.isAlive())
                    .until(() -> Files.exists(devFile()));

            assertThat(Files.readString(serverLog())).contains("Bilet is ready.", "support@bilet.test");
            String seen = run("five-lines", fiveLines());
            assertThat(seen)
                    .contains("\"subject\":\"Printer on fire\"", "\"assignee_id\":\"usr_", "\"due_at\":\"")
                    .contains("\"kind\":\"routing\"", "\"candidates\"")
                    .contains("\"visibility\":\"public\"", "In-Reply-To: <", "Is it still burning?");
            assertThat(run("demo", "sh checks/demo.sh"))
                    .contains("Printer on fire", "Cannot sign in", "Where is my invoice?");
        } finally {
            server.destroy();
            assertThat(server.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(devFile()).doesNotExist();
        assertThat(Files.readString(serverLog())).doesNotContain("The application server ended");
        assertThat(List.of(ports.http(), ports.database(), ports.smtp(), ports.imap()))
                .noneMatch(Ports::isTaken);
    }

    /** Everything from the block of the README, on the ports of this run. */
    private String fiveLines() throws IOException {
        Matcher block = FIVE_LINES.matcher(Files.readString(checkout.resolve("README.md")));
        assertThat(block.find()).isTrue();
        return block.group(1)
                .replace("127.0.0.1:3025", "127.0.0.1:" + ports.smtp())
                .replace("127.0.0.1:3143", "127.0.0.1:" + ports.imap());
    }

    private void link() throws IOException {
        for (String built : BUILT) {
            Path link = stranger.resolve(built);
            Files.createDirectories(link.getParent());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, checkout.resolve(built));
        }
        Files.createDirectories(devFile().getParent());
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                DevServer.class.getName(),
                stranger.toString());
        builder.environment().put("BILET_DEV_PORT_OFFSET", String.valueOf(ports.offset()));
        return builder.redirectErrorStream(true)
                .redirectOutput(serverLog().toFile())
                .start();
    }

    private String run(String name, String script) throws Exception {
        Path file = stranger.resolve(name + ".sh");
        Files.writeString(file, "set -eu\n" + script);
        Process shell = new ProcessBuilder("sh", file.toString())
                .directory(stranger.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(told).isZero();
        return told;
    }

    private Path serverLog() {
        return stranger.resolve("server.out");
    }

    private Path devFile() {
        return stranger.resolve("server-config/target/dev.json");
    }

    private static boolean answers(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
