package io.bilet.plugin;

import io.bilet.spi.jar.PluginJar;
import io.bilet.spi.jar.PluginRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lies in the folder of plugins, read without loading a class.
 *
 * @param accepted with different ids, in the order of their file names
 * @param refused with the reasons
 */
record PluginCatalog(List<PluginJar> accepted, List<Refusal> refused) {

    static final PluginCatalog EMPTY = new PluginCatalog(List.of(), List.of());

    /** A server with more plugins is a mistake of whoever filled the folder. */
    static final int PLUGINS_MAX = 50;

    /**
     * A jar that was left out.
     *
     * @param fileName without the folder
     * @param reason one sentence for administrators
     */
    record Refusal(String fileName, String reason) {}

    static PluginCatalog of(Path folder) {
        List<PluginJar> accepted = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : jarsIn(folder)) {
            try {
                PluginJar jar = PluginJar.read(file);
                if (!ids.add(jar.id())) {
                    throw new PluginRefused("Another jar in the folder has the id %s too.".formatted(jar.id()));
                }
                if (accepted.size() == PLUGINS_MAX) {
                    throw new PluginRefused("There are more than %d plugins.".formatted(PLUGINS_MAX));
                }
                accepted.add(jar);
            } catch (PluginRefused e) {
                refused.add(new Refusal(String.valueOf(file.getFileName()), String.valueOf(e.getMessage())));
            }
        }
        return new PluginCatalog(List.copyOf(accepted), List.copyOf(refused));
    }

    private static List<Path> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
