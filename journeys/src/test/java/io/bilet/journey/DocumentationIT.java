package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a stranger reads before the first call. */
@Journey
@Tag("payara")
class DocumentationIT {

    @Test
    void the_root_shows_the_documentation_and_carries_all_it_needs() {
        Answer page = root().tryGet("");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        for (String file : List.of("docs/swagger-ui.css", "docs/swagger-ui-bundle.js", "docs/start.js")) {
            assertThat(page.body()).contains("\"/" + file + "\"");
            assertThat(root().tryGet(file).status()).as(file).isEqualTo(200);
        }
    }

    @Test
    void the_document_is_served_byte_for_byte_as_it_was_linted() throws IOException {
        assertThat(DeskDriver.asStranger().tryGet("openapi.json").body()).isEqualTo(linted("openapi.json"));
        assertThat(DeskDriver.asStranger().tryGet("openapi.yaml").body()).isEqualTo(linted("openapi.yaml"));
    }

    @Test
    void the_type_of_every_problem_is_the_address_of_a_page_about_it() throws IOException {
        try (Stream<Path> pages =
                Files.list(Suite.current().checkout().root().resolve("api-spec").resolve("problems"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .isNotEmpty()
                    .allSatisfy(slug -> assertThat(root().tryGet("problems/" + slug))
                            .satisfies(answer -> assertThat(answer.status()).isEqualTo(200))
                            .satisfies(answer -> assertThat(answer.body()).contains("<h1>")));
        }
        assertThat(root().tryGet("problems/nothing-of-the-kind").status()).isEqualTo(404);
    }

    @Test
    void a_refusal_names_its_page() {
        String type = DeskDriver.asStranger().tryGet("me").json().getString("type");

        assertThat(root().tryGet(type).body()).contains("HTTP status 401");
    }

    private static DeskDriver root() {
        return DeskDriver.at(Suite.current().api().resolve("/"), "");
    }

    private static String linted(String fileName) throws IOException {
        try (InputStream file = DocumentationIT.class.getResourceAsStream("/META-INF/bilet/" + fileName)) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
