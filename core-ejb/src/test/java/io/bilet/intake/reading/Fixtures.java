package io.bilet.intake.reading;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Messages that others published, kept beside the checkout; tests that need them say so and are skipped elsewhere. */
public final class Fixtures {

    private static final Path FOLDER = Path.of(System.getenv().getOrDefault("BILET_FIXTURES", "../../shared/fixtures"));

    private Fixtures() {}

    public static Path mail(String path) {
        Path wanted = FOLDER.resolve("mail").resolve(path);
        assumeTrue(Files.exists(wanted), "no fixtures at " + FOLDER.toAbsolutePath());
        return wanted;
    }

    public static List<Path> messages(String folder) {
        try (Stream<Path> all = Files.walk(mail(folder))) {
            return all.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static JsonObject json(Path file) {
        try (Reader text = Files.newBufferedReader(file);
                JsonReader json = Json.createReader(text)) {
            return json.readObject();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
