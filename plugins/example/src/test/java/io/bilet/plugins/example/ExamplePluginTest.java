package io.bilet.plugins.example;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.spi.testkit.FakePluginContext;
import io.bilet.spi.testkit.TicketListenerContract;
import io.bilet.spi.ticket.TicketListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplePluginTest implements TicketListenerContract {

    @TempDir
    Path temporary;

    private final ExamplePlugin plugin = new ExamplePlugin();

    @BeforeEach
    void start() throws IOException {
        String file = Files.createDirectory(folder()).resolve("opened.txt").toString();
        plugin.start(FakePluginContext.of("example", Map.of("file", file)));
    }

    @Test
    void a_missing_setting_is_refused_by_name() {
        assertThatThrownBy(() -> new ExamplePlugin().start(FakePluginContext.of("example", Map.of())))
                .hasMessageContaining("\"file\"");
    }

    @Override
    public TicketListener listener() {
        return plugin;
    }

    @Override
    public FarEnd farEnd() {
        return new Folder(folder());
    }

    private Path folder() {
        return temporary.resolve("folder");
    }

    /** A folder that is away while the far end is down. */
    private record Folder(Path path) implements FarEnd {

        @Override
        public int effects() throws IOException {
            Path file = path.resolve("opened.txt");
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        }

        @Override
        public void goDown() throws IOException {
            Files.move(path, away());
        }

        @Override
        public void comeBack() throws IOException {
            Files.move(away(), path);
        }

        private Path away() {
            return path.resolveSibling("away");
        }
    }
}
