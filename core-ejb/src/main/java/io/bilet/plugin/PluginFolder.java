package io.bilet.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder of jars, and how it looks from outside: enough to tell that something in it changed. */
final class PluginFolder {

    private final Optional<Path> path;

    PluginFolder(Optional<Path> path) {
        this.path = path;
    }

    /** What lies in it, read without loading a class. */
    PluginCatalog catalog() {
        return path.map(PluginCatalog::of).orElse(PluginCatalog.EMPTY);
    }

    /** Each jar with its size and age; a file that vanishes meanwhile is left out. */
    Map<String, String> looks() {
        Map<String, String> looks = new TreeMap<>();
        path.filter(Files::isDirectory).ifPresent(folder -> {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .forEach(file -> looks.put(String.valueOf(file.getFileName()), look(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return looks;
    }

    private static String look(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return "gone";
        }
    }

    /** A copy that nobody overwrites while classes are loaded from it; it lies under the same name. */
    static Path copy(Path jar) {
        try {
            Path folder = Files.createTempDirectory("bilet-plugin-");
            Path copy = folder.resolve(String.valueOf(jar.getFileName()));
            Files.copy(jar, copy);
            copy.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a copy away. */
    static void forget(Path copy) {
        try {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(Objects.requireNonNull(copy.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
