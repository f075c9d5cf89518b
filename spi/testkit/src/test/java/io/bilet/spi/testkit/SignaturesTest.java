package io.bilet.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.spi.SpiVersion;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The SPI as partners compiled against it is kept in {@code src/test/signatures}: what is in the file of this version
 * stays, and what is new is put there on purpose. With {@code -Dsignatures.accept} the file is written anew.
 */
class SignaturesTest {

    private static final Path FILE = Path.of("src/test/signatures", SpiVersion.CURRENT + ".txt");

    @Test
    void nothing_that_partners_compiled_against_is_gone_or_became_a_duty() throws IOException, URISyntaxException {
        List<String> now = Signatures.ofTheSpi();
        if (Boolean.getBoolean("signatures.accept")) {
            Files.write(FILE, now);
        }
        List<String> accepted = Files.readAllLines(FILE);

        TreeSet<String> gone = new TreeSet<>(accepted);
        now.forEach(gone::remove);
        TreeSet<String> added = new TreeSet<>(now);
        accepted.forEach(added::remove);

        assertThat(gone)
                .as("breaks plugins: take the next major version of the SPI")
                .isEmpty();
        assertThat(added)
                .as("not accepted yet: run with -Dsignatures.accept=true")
                .isEmpty();
    }

    @Test
    void a_method_that_plugins_must_implement_does_not_come_later() throws IOException, URISyntaxException {
        Path before = FILE.resolveSibling("0.1.txt");
        List<String> accepted = Files.readAllLines(before);
        TreeSet<String> duties = new TreeSet<>(Signatures.ofTheSpi());
        duties.removeIf(line -> !line.contains(" duty ") || !typeKnownTo(accepted, line));
        accepted.forEach(duties::remove);

        assertThat(duties).isEmpty();
    }

    @Test
    void nothing_of_the_version_before_is_gone() throws IOException, URISyntaxException {
        TreeSet<String> gone = new TreeSet<>(Files.readAllLines(FILE.resolveSibling("0.1.txt")));
        Signatures.ofTheSpi().forEach(gone::remove);

        assertThat(gone).isEmpty();
    }

    private static boolean typeKnownTo(List<String> accepted, String line) {
        String type = line.substring(0, line.indexOf(' '));
        return accepted.stream().anyMatch(other -> other.startsWith(type + " "));
    }
}
