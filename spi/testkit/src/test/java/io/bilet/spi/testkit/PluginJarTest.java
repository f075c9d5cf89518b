package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.spi.Plugin;
import io.bilet.spi.SpiVersion;
import io.bilet.spi.jar.PluginClassLoader;
import io.bilet.spi.jar.PluginJar;
import io.bilet.spi.jar.PluginRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginJarTest {

    private static final String SERVICES = "META-INF/services/io.bilet.spi.Plugin";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Bilet-Plugin-Id,      ,      has no entry Bilet-Plugin-Id",
        "Bilet-Plugin-Id,      Up!,   Bilet-Plugin-Id has not the shape",
        "Bilet-Plugin-Version, ,      has no entry Bilet-Plugin-Version",
        "Bilet-Spi-Version,    ,      has no entry Bilet-Spi-Version",
        "Bilet-Spi-Version,    one,   Bilet-Spi-Version has not the shape",
        "Bilet-Spi-Version,    99.0,  made for version 99.0 of the SPI",
        "Bilet-Spi-Version,    0.99,  made for version 0.99 of the SPI"
    })
    void a_manifest_that_does_not_fit_is_refused_in_words(String entry, String value, String words) {
        assertThatThrownBy(() -> PluginJar.read(jar(entry, value, Map.of(SERVICES, "org.example.Greeter"))))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({
        "io/bilet/spi/Plugin.class,                      classes of the host",
        "io/bilet/ticket/Ticket.class,                   classes of the host",
        "META-INF/versions/17/jakarta/ejb/EJB.class,     classes of the host",
        "java/lang/String.class,                         classes of the host",
        "../../deployments/evil.war,                     leads out of it",
        "/etc/cron.d/evil,                               leads out of it",
        "a\\b.txt,                                       leads out of it"
    })
    void entries_that_reach_into_the_host_are_refused(String name, String words) {
        assertThatThrownBy(() -> PluginJar.read(jar("Name", "x", Map.of(SERVICES, "org.example.Greeter", name, ""))))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining(words);
    }

    @Test
    void exactly_one_plugin_is_named() {
        assertThatThrownBy(() -> PluginJar.read(jar("Name", "x", Map.of()))).hasMessageContaining("has no " + SERVICES);
        assertThatThrownBy(() -> PluginJar.read(jar("Name", "x", Map.of(SERVICES, "org.example.One\norg.example.Two"))))
                .hasMessageContaining("exactly one class");
    }

    @Test
    void a_file_that_is_no_jar_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.jar"), "PK not really");

        assertThatThrownBy(() -> PluginJar.read(file)).hasMessage("The file cannot be read as a jar.");
    }

    @Test
    void a_class_that_is_missing_is_refused_when_the_plugin_is_made() throws Exception {
        PluginJar jar = PluginJar.read(jar("Name", "x", Map.of(SERVICES, "org.example.Missing # soon")));

        try (PluginClassLoader loader = jar.open()) {
            assertThatThrownBy(() -> jar.instance(loader)).isInstanceOf(PluginRefused.class);
        }
    }

    @Test
    void a_plugin_sees_the_spi_and_nothing_else_of_the_host() throws Exception {
        PluginJar jar = PluginJar.read(jar("Name", "x", Map.of(SERVICES, "org.example.Greeter")));

        try (PluginClassLoader loader = jar.open()) {
            assertThat(loader.loadClass(Plugin.class.getName())).isSameAs(Plugin.class);
            assertThatThrownBy(() -> loader.loadClass("org.assertj.core.api.Assertions"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void a_host_runs_plugins_of_its_major_version_and_no_higher_minor() {
        SpiVersion host = new SpiVersion(1, 3);

        assertThat(host.runs(new SpiVersion(1, 0))).isTrue();
        assertThat(host.runs(new SpiVersion(1, 3))).isTrue();
        assertThat(host.runs(new SpiVersion(1, 4))).isFalse();
        assertThat(host.runs(new SpiVersion(2, 0))).isFalse();
        assertThat(host.runs(new SpiVersion(0, 9))).isFalse();
    }

    /** A good jar but for one manifest entry (left out where the value is null) and these files. */
    private Path jar(String entry, String value, Map<String, String> files) throws IOException {
        Map<String, String> entries = new HashMap<>(
                Map.of("Bilet-Plugin-Id", "greeter", "Bilet-Plugin-Version", "1.0", "Bilet-Spi-Version", "0.1"));
        entries.put(entry, value);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        entries.forEach((name, text) -> {
            if (text != null) {
                manifest.getMainAttributes().putValue(name, text);
            }
        });
        Path file = folder.resolve("plugin.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Map.Entry<String, String> content : files.entrySet()) {
                jar.putNextEntry(new JarEntry(content.getKey()));
                jar.write(content.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
