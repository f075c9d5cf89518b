package io.bilet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What numbers, fragments and pages promise each other. */
class HouseFilesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern DEPENDENCY =
            Pattern.compile("(-->\\s*)?<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern KEY = Pattern.compile("\"(bilet\\.[a-z][a-z0-9.-]*[a-z0-9])\"");
    private static final Pattern DOCUMENTED_KEY = Pattern.compile("^\\| `(bilet\\.[a-z][a-z0-9.-]*[a-z0-9])`");

    private static final Pattern RANGE =
            Pattern.compile("name = \"([a-z.-]+)\"[^)]*\\)\\s*" + "@Within\\(min = \"(\\w+)\", max = \"(\\w+)\"\\)");

    @Test
    void decisions_are_numbered_without_duplicates_or_gaps() throws IOException {
        List<String> numbers = names(ROOT.resolve("docs/adr"), "(\\d{4})-[a-z0-9-]+\\.md");

        assertThat(numbers).isEqualTo(upTo(numbers.size(), "%04d"));
    }

    @Test
    void a_decision_says_context_decision_consequences_and_what_would_change_our_mind() throws IOException {
        for (Path page : files(ROOT.resolve("docs/adr"), "\\d{4}-.*")) {
            assertThat(Files.readString(page))
                    .as(page.getFileName().toString())
                    .contains("## Context", "## Decision", "## Consequences", "## What would change our mind");
        }
    }

    @Test
    void migrations_are_numbered_without_duplicates_or_gaps() throws IOException {
        List<String> numbers = names(MIGRATIONS, "V(\\d{4})__[a-z0-9_]+\\.sql");

        assertThat(numbers).isEqualTo(upTo(numbers.size(), "%04d"));
    }

    @Test
    void a_migration_says_first_why_it_is() throws IOException {
        for (Path migration : files(MIGRATIONS, ".*\\.sql")) {
            assertThat(Files.readString(migration))
                    .as(migration.getFileName().toString())
                    .startsWith("-- ");
        }
    }

    @Test
    void a_changelog_fragment_has_a_kind_and_one_sentence() throws IOException {
        for (Path fragment : files(ROOT.resolve("changelog.d"), "(?!README).*")) {
            assertThat(fragment.getFileName().toString())
                    .matches("[a-z0-9-]+\\.(added|changed|fixed|removed|security)\\.md");
            assertThat(Files.readString(fragment).strip()).endsWith(".").doesNotContain("\n\n");
        }
    }

    /** A library has its reason where its version is chosen, or where it is used. */
    @Test
    void a_library_has_a_line_that_says_why() throws IOException {
        Set<String> explained = libraries(ROOT.resolve("pom.xml"), true);
        for (String module : modules()) {
            Set<String> reasonless = libraries(ROOT.resolve(module).resolve("pom.xml"), false);
            reasonless.removeIf(library -> explained.stream().anyMatch(library::startsWith));
            assertThat(reasonless).as(module).isEmpty();
        }
    }

    /** Group and artifact of the libraries, without our own, below a comment or not; a list of versions counts by its group. */
    private static Set<String> libraries(Path pom, boolean explained) throws IOException {
        return DEPENDENCY
                .matcher(Files.readString(pom))
                .results()
                .filter(found -> found.group(1) != null == explained)
                .filter(found -> !found.group(2).equals("io.bilet"))
                .map(found -> found.group(2) + (found.group(3).endsWith("-bom") ? "" : ":" + found.group(3)))
                .collect(Collectors.toSet());
    }

    private static List<String> modules() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 3)) {
            return files.filter(
                            file -> file.endsWith("pom.xml") && !file.toString().contains("/target/"))
                    .map(file -> ROOT.relativize(file.getParent()).toString())
                    .filter(module -> !module.isEmpty())
                    .sorted()
                    .toList();
        }
    }

    /** Every key that the code reads is explained in the guide, and the guide explains no other. */
    @Test
    void configuration_keys_are_those_of_the_guide() throws IOException {
        assertThat(keysInCode()).isEqualTo(keysInTheGuide());
    }

    @Test
    void ranges_of_settings_are_those_of_the_guide() throws IOException {
        List<String> guide = Files.readAllLines(ROOT.resolve("docs/guides/configuration.md"));
        Map<String, String> ranges = rangesInCode();

        assertThat(ranges).isNotEmpty();
        ranges.forEach((key, range) ->
                assertThat(guide).as(key).anyMatch(line -> line.startsWith("| `" + key + "`") && line.contains(range)));
    }

    private static Map<String, String> rangesInCode() throws IOException {
        Map<String, String> ranges = new TreeMap<>();
        for (String module : List.of("core-ejb", "rest-api")) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path source :
                        sources.filter(HouseFilesTest::readsConfiguration).toList()) {
                    RANGE.matcher(Files.readString(source))
                            .results()
                            .forEach(found ->
                                    ranges.put(found.group(1), "`" + found.group(2) + "` to `" + found.group(3) + "`"));
                }
            }
        }
        return ranges;
    }

    private static NavigableSet<String> keysInCode() throws IOException {
        NavigableSet<String> keys = new TreeSet<>();
        for (String module : List.of("core-ejb", "rest-api")) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path source :
                        sources.filter(HouseFilesTest::readsConfiguration).toList()) {
                    Matcher matcher = KEY.matcher(Files.readString(source));
                    matcher.results().map(found -> found.group(1)).forEach(keys::add);
                }
            }
        }
        return keys;
    }

    /** Names of metrics look like keys and are none. */
    private static boolean readsConfiguration(Path file) {
        return file.toString().endsWith(".java") && !file.toString().contains("rest/telemetry");
    }

    private static NavigableSet<String> keysInTheGuide() throws IOException {
        NavigableSet<String> keys = new TreeSet<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/guides/configuration.md"))) {
            DOCUMENTED_KEY.matcher(line).results().map(found -> found.group(1)).forEach(keys::add);
            if (line.startsWith("| `BILET_NODE`")) {
                keys.add("bilet.node"); // also the server's own, and listed there
            }
        }
        return keys;
    }

    private static List<String> names(Path folder, String pattern) throws IOException {
        Pattern shape = Pattern.compile(pattern);
        return files(folder, "(?!README).*").stream()
                .map(file -> {
                    Matcher matcher = shape.matcher(file.getFileName().toString());
                    assertThat(matcher.matches()).as(file.toString()).isTrue();
                    return matcher.group(1);
                })
                .toList();
    }

    private static List<Path> files(Path folder, String pattern) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> upTo(int last, String format) {
        return IntStream.rangeClosed(1, last).mapToObj(format::formatted).toList();
    }
}
