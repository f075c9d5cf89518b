package io.bilet.spi.jar;

import io.bilet.spi.Plugin;
import io.bilet.spi.PluginInfo;
import io.bilet.spi.SpiVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A plugin jar whose manifest and entries were found good. No class of it was loaded yet.
 *
 * @param file where the jar lies
 * @param id {@code Bilet-Plugin-Id}
 * @param version {@code Bilet-Plugin-Version}
 * @param spiVersion {@code Bilet-Spi-Version}
 */
@API(status = Status.INTERNAL, since = "0.1")
public record PluginJar(Path file, String id, String version, SpiVersion spiVersion) implements PluginInfo {

    /** A plugin jar is code with its libraries; more entries than this are not read. */
    static final int ENTRIES_MAX = 20_000;

    /** A services file names one class; a longer one is not read. */
    static final int SERVICES_BYTES_MAX = 4_096;

    static final String SERVICES = "META-INF/services/" + Plugin.class.getName();

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,31}");
    private static final Pattern VERSION = Pattern.compile("[\\x21-\\x7e]{1,32}");
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w$]+(\\.[\\w$]+)*");

    /** Entries that would shadow or reach into the host; our own plugins live below {@code io.bilet.plugins}. */
    private static final Pattern OF_THE_HOST = Pattern.compile(
            "(META-INF/versions/\\d+/)?(java/|jakarta/|io/bilet/(?!plugins/)|org/apiguardian/).*\\.class");

    private static final Pattern OUTSIDE = Pattern.compile("/.*|.*\\\\.*|(.*/)?\\.\\.(/.*)?");

    /**
     * Reads manifest, entry names and services file.
     *
     * @throws PluginRefused if the jar is no plugin, or none that a host with this SPI can run
     */
    public static PluginJar read(Path file) throws PluginRefused {
        try (JarFile jar = new JarFile(file.toFile())) {
            refuseForeignEntries(jar);
            Manifest manifest = jar.getManifest();
            Attributes entries = manifest == null ? new Attributes() : manifest.getMainAttributes();
            SpiVersion spi = spiVersion(entries);
            String id = entry(entries, "Bilet-Plugin-Id", ID);
            String version = entry(entries, "Bilet-Plugin-Version", VERSION);
            requireOneService(jar);
            return new PluginJar(file, id, version, spi);
        } catch (IOException e) {
            throw new PluginRefused("The file cannot be read as a jar.");
        }
    }

    /** A class loader for this jar alone; the caller closes it after the plugin was stopped. */
    public PluginClassLoader open() throws IOException {
        return new PluginClassLoader(id, file.toUri().toURL());
    }

    /**
     * Makes the plugin; runs code of the plugin.
     *
     * @throws PluginRefused if the class is missing, is no plugin or has no public constructor without parameters
     */
    public Plugin instance(PluginClassLoader loader) throws PluginRefused {
        try {
            return ServiceLoader.load(Plugin.class, loader).iterator().next();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new PluginRefused("The plugin's class cannot be made: %s.".formatted(e.getMessage()));
        }
    }

    private static void refuseForeignEntries(JarFile jar) throws PluginRefused {
        if (jar.size() > ENTRIES_MAX) {
            throw new PluginRefused("The jar has more than %,d entries.".formatted(ENTRIES_MAX));
        }
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            if (OUTSIDE.matcher(entry.getName()).matches()) {
                throw new PluginRefused("The jar has an entry whose name leads out of it.");
            }
            if (OF_THE_HOST.matcher(entry.getName()).matches()) {
                throw new PluginRefused("The jar contains classes of the host or of the JDK: " + entry.getName() + ".");
            }
        }
    }

    private static SpiVersion spiVersion(Attributes entries) throws PluginRefused {
        String text = entry(entries, "Bilet-Spi-Version", Pattern.compile("\\d{1,3}\\.\\d{1,3}"));
        SpiVersion version = SpiVersion.parse(text);
        if (!SpiVersion.CURRENT.runs(version)) {
            throw new PluginRefused("The plugin was made for version %s of the SPI; this host speaks %s."
                    .formatted(version, SpiVersion.CURRENT));
        }
        return version;
    }

    private static String entry(Attributes entries, String name, Pattern shape) throws PluginRefused {
        String value = entries.getValue(name);
        if (value == null) {
            throw new PluginRefused("The manifest has no entry %s.".formatted(name));
        }
        if (!shape.matcher(value).matches()) {
            throw new PluginRefused("The manifest's entry %s has not the shape it must have.".formatted(name));
        }
        return value;
    }

    private static void requireOneService(JarFile jar) throws IOException, PluginRefused {
        JarEntry services = jar.getJarEntry(SERVICES);
        if (services == null) {
            throw new PluginRefused("The jar has no %s.".formatted(SERVICES));
        }
        byte[] bytes = jar.getInputStream(services).readNBytes(SERVICES_BYTES_MAX);
        List<String> names = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        if (names.size() != 1 || !CLASS_NAME.matcher(names.get(0)).matches()) {
            throw new PluginRefused("The file %s must name exactly one class.".formatted(SERVICES));
        }
    }
}
