package io.bilet.rest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationPageTest {

    private static final Path WEB = Path.of("src/main/webapp");
    private static final Path LIBRARY = Path.of("target/documentation");
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href|url)\\s*[=:]\\s*\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "docs/start.js"})
    void the_documentation_page_fetches_nothing_from_elsewhere(String file) throws IOException {
        assertThat(references(file)).isNotEmpty().allMatch(reference -> reference.matches("/[^/].*"));
    }

    @Test
    void every_file_the_documentation_page_names_is_packed() throws IOException {
        assertThat(references("index.html"))
                .filteredOn(reference -> reference.startsWith("/docs/"))
                .map(reference -> reference.substring("/docs/".length()))
                .allMatch(
                        file -> Files.exists(WEB.resolve("docs").resolve(file)) || Files.exists(LIBRARY.resolve(file)));
    }

    private static List<String> references(String file) throws IOException {
        return REFERENCE
                .matcher(Files.readString(WEB.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
