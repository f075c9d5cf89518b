package io.bilet.api.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Spectral with our ruleset, on the bundle and on a faulty document in one run. Skipped where node is missing. */
class SpectralIT {

    private static final String SPECTRAL = "@stoplight/spectral-cli@6.16.3";
    private static final String BUNDLE = "target/classes/META-INF/bilet/openapi.yaml";
    private static final String FAULTY = "src/test/resources/lint/faulty.yaml";

    private static List<Finding> findings = List.of();

    /** What Spectral found, and in which file. */
    private record Finding(String rule, String file, String message) {}

    @BeforeAll
    static void lint() throws IOException, InterruptedException {
        assumeTrue(succeeds("node", "--version"), "Spectral was skipped: there is no node on the path.");
        assumeTrue(succeeds("npx", "--yes", SPECTRAL, "--version"), "Spectral was skipped: npm cannot get it here.");
        Path report = Files.createTempFile("spectral", ".json");
        run(
                "npx",
                "--yes",
                SPECTRAL,
                "lint",
                "-r",
                "lint/ruleset.yaml",
                "-f",
                "json",
                "-o",
                report.toString(),
                BUNDLE,
                FAULTY);
        findings = read(Files.readString(report, StandardCharsets.UTF_8));
        Files.delete(report);
    }

    @Test
    void the_bundle_keeps_spectrals_rules() {
        assertThat(findings)
                .filteredOn(finding -> finding.file().endsWith("openapi.yaml"))
                .isEmpty();
    }

    @Test
    void spectrals_rules_bite() {
        assertThat(findings)
                .filteredOn(finding -> finding.file().endsWith("faulty.yaml"))
                .extracting(Finding::rule)
                .containsAll(Set.of(
                        "operation-tags",
                        "zalando-110-objects-at-the-top",
                        "zalando-118-snake-case-properties",
                        "zalando-129-kebab-case-paths",
                        "zalando-136-no-trailing-slash",
                        "zalando-141-no-verbs",
                        "zalando-176-problem-json",
                        "zalando-235-times-end-in-at",
                        "enumerations-in-lower-snake-case"));
    }

    private static List<Finding> read(String json) {
        List<Finding> all = new ArrayList<>();
        Object report = new Load(LoadSettings.builder().build()).loadFromString(json.replace('\t', ' '));
        Tree.list(report).stream()
                .map(Tree::map)
                .forEach(finding -> all.add(new Finding(
                        Tree.text(finding, "code"), Tree.text(finding, "source"), Tree.text(finding, "message"))));
        return all;
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return run(command) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
