package io.bilet.journey;

import io.bilet.plugins.broken.BrokenPlugin;
import io.bilet.spi.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** A folder of plugins as administrators have them: the example, one that fails, one of another age, one that is none. */
final class PluginFolder {

    private final Path directory;

    private PluginFolder(Path directory) {
        this.directory = directory;
    }

    static PluginFolder in(Path directory, Path example) throws IOException {
        PluginFolder folder = new PluginFolder(directory.toAbsolutePath());
        Files.createDirectories(folder.jars());
        Files.deleteIfExists(folder.file());
        Files.copy(example, folder.jars().resolve("example.jar"), StandardCopyOption.REPLACE_EXISTING);
        folder.jar("broken", "1", "0.1", BrokenPlugin.class);
        folder.jar("future", "1", "9.0", BrokenPlugin.class);
        Files.writeString(folder.jars().resolve("scribble.jar"), "This is no jar.");
        return folder;
    }

    /** What a node must know. */
    Map<String, String> settings() {
        return Map.of(
                "bilet.plugins.dir", jars().toString(),
                "bilet.plugins.example.file", file().toString());
    }

    /** Where the example writes a line for each ticket. */
    Path file() {
        return directory.resolve("opened-tickets");
    }

    /** Drops a jar with this plugin in, under this version; one that is there is replaced. */
    void drop(String id, String version, Class<? extends Plugin> plugin) {
        jar(id, version, "0.2", plugin);
    }

    void remove(String id) throws IOException {
        Files.delete(jars().resolve(id + ".jar"));
    }

    private Path jars() {
        return directory.resolve("plugins");
    }

    private void jar(String id, String version, String spiVersion, Class<? extends Plugin> plugin) {
        String manifest =
                "Manifest-Version: 1.0\nBilet-Plugin-Id: %s\nBilet-Plugin-Version: %s\nBilet-Spi-Version: %s\n"
                        .formatted(id, version, spiVersion);
        ShrinkWrap.create(JavaArchive.class)
                .addClass(plugin)
                .addAsServiceProvider("io.bilet.spi.Plugin", plugin.getName())
                .setManifest(new StringAsset(manifest))
                .as(ZipExporter.class)
                .exportTo(jars().resolve(id + ".jar").toFile(), true);
    }
}
