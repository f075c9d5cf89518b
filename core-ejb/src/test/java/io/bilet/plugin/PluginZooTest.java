package io.bilet.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.spi.jar.PluginJar;
import io.bilet.testing.FixedConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jars that misbehave, built here, run by the real host classes: the server lives, the plugin says what is wrong. */
class PluginZooTest {

    private static final Duration DEADLINE = Duration.ofMillis(300);

    /** Does not listen to interrupts, for five seconds. */
    private static final String DEAF = """
            for (long end = System.nanoTime() + 5_000_000_000L; System.nanoTime() < end; ) {
                try { Thread.sleep(100); } catch (InterruptedException e) { continue; }
            }""";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            throw new IllegalStateException("no");                            | IllegalStateException: no
            throw new AssertionError("no");                                   | AssertionError: no
            throw new OutOfMemoryError("no");                                 | OutOfMemoryError: no
            hear(notice);                                                     | StackOverflowError
            Thread.sleep(60_000);                                             | did not answer within 300 ms
            for (long end = System.nanoTime() + 1_000_000_000L; System.nanoTime() < end; ) {} | did not answer within 300 ms
            throw new io.bilet.spi.ticket.ListenerUnavailable("in the fog");  | in the fog
            Class.forName("org.assertj.core.api.Assertions");                 | ClassNotFoundException
            """)
    void a_listener_that_misbehaves_is_reported_and_rests_after_three_times(String body, String words)
            throws Exception {
        InstalledPlugin plugin = started(jar("beast", "", body));

        for (int i = 0; i < PluginHealth.FAILURES_UNTIL_REST; i++) {
            assertThatThrownBy(() -> hear(plugin))
                    .isInstanceOf(PluginFailed.class)
                    .hasMessageContaining(words);
        }

        assertThat(plugin.status()).isEqualTo(PluginStatus.RESTING);
        plugin.stop();
    }

    @Test
    void hung_calls_take_the_plugins_threads_and_no_others() throws Exception {
        InstalledPlugin plugin = started(jar("beast", "", DEAF));
        for (int i = 0; i < GuardedCall.THREADS_MAX; i++) {
            assertThatThrownBy(() -> plugin.call(DEADLINE, () -> {
                        plugin.extensions().ticketListeners().get(0).hear(null);
                        return "";
                    }))
                    .hasMessageContaining("did not answer");
        }

        assertThatThrownBy(() -> hear(plugin)).hasMessageContaining("threads are busy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            throw new IllegalArgumentException("The setting is missing.");    | The setting is missing.
            throw new NoClassDefFoundError("org/example/Gone");               | NoClassDefFoundError
            """)
    void a_plugin_that_does_not_start_is_failed_with_its_reason(String start, String words) throws Exception {
        InstalledPlugin plugin = started(jar("beast", start, ""));

        assertThat(plugin.status()).isEqualTo(PluginStatus.FAILED);
        assertThat(PluginReport.of(plugin).reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains(words));
    }

    @Test
    void two_jars_with_one_id_are_told_apart_by_refusing_the_second() throws Exception {
        jar("one", "", "");
        Files.copy(folder.resolve("one.jar"), folder.resolve("two.jar"));
        Files.writeString(folder.resolve("three.jar"), "no jar");

        PluginCatalog catalog = PluginCatalog.of(folder);

        assertThat(catalog.accepted()).extracting(PluginJar::id).containsExactly("one");
        assertThat(catalog.refused())
                .extracting(PluginCatalog.Refusal::fileName)
                .containsExactly("three.jar", "two.jar");
    }

    @Test
    void a_call_runs_under_the_plugins_class_loader() throws Exception {
        InstalledPlugin plugin = started(jar("beast", "", ""));

        ClassLoader during = plugin.call(DEADLINE, () -> Thread.currentThread().getContextClassLoader());

        assertThat(during.getName()).isEqualTo("plugin:beast");
    }

    @Test
    void a_folder_that_is_not_there_holds_no_plugins() {
        assertThat(PluginCatalog.of(folder.resolve("nowhere")).accepted()).isEmpty();
    }

    private static void hear(InstalledPlugin plugin) throws PluginFailed {
        plugin.call(DEADLINE, () -> {
            plugin.extensions().ticketListeners().get(0).hear(null);
            return "";
        });
    }

    private static InstalledPlugin started(Path jar) throws Exception {
        PluginJar read = PluginJar.read(jar);
        InstalledPlugin plugin = new InstalledPlugin(read, Clock.systemUTC(), task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        plugin.read();
        EffectiveSettings settings =
                new EffectiveSettings(read.id(), List.of(), Map.of(), Map.of(), new FixedConfig(Map.of()));
        plugin.start(
                new HostContext(read, settings, Clock.systemUTC(), new HostStore(read.id(), null), new HostHttp(null)));
        return plugin;
    }

    /** Compiles a plugin with these two method bodies and packs it. */
    private Path jar(String id, String start, String hear) throws IOException {
        Path source = Files.writeString(folder.resolve("Beast.java"), """
                package org.example;
                public class Beast implements io.bilet.spi.Plugin, io.bilet.spi.ticket.TicketListener {
                    public void start(io.bilet.spi.PluginContext context) throws Exception { %s }
                    public java.util.List<io.bilet.spi.ticket.TicketListener> ticketListeners() {
                        return java.util.List.of(this);
                    }
                    public String name() { return "beast"; }
                    public void hear(io.bilet.spi.ticket.TicketNotice notice) throws Exception { %s }
                }""".formatted(start, hear));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString()))
                .isZero();
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("io.bilet.spi.Plugin"), "org.example.Beast");
        return packed(id, classes);
    }

    private Path packed(String id, Path classes) throws IOException {
        Manifest manifest = new Manifest();
        Attributes entries = manifest.getMainAttributes();
        entries.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of("Bilet-Plugin-Id", id, "Bilet-Plugin-Version", "1", "Bilet-Spi-Version", "0.1")
                .forEach(entries::putValue);
        Path file = folder.resolve(id + ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                Stream<Path> files = Files.walk(classes).filter(Files::isRegularFile)) {
            files.forEach(each -> add(jar, classes.relativize(each).toString(), each));
        }
        return file;
    }

    private static void add(JarOutputStream jar, String name, Path file) {
        try {
            jar.putNextEntry(new JarEntry(name));
            Files.copy(file, jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
