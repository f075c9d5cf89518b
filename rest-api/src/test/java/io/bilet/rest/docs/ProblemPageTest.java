package io.bilet.rest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.platform.error.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemPageTest {

    @ParameterizedTest
    @EnumSource
    void every_problem_has_a_page_that_names_its_status(Problem problem) {
        assertThat(ProblemPage.of(problem.slug())).hasValueSatisfying(page -> assertThat(page.html())
                .contains("<h1>")
                .contains("<p>HTTP status %d.</p>".formatted(problem.status()))
                .contains("<h2>What to do</h2>"));
    }

    @Test
    void code_is_marked_and_nothing_is_taken_for_html() {
        assertThat(ProblemPage.of("method-not-allowed").orElseThrow().html())
                .contains("<code>Allow</code>")
                .doesNotContain("`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "../openapi", "Not-Found", "not-found.md", "not-found/", "%2e%2e"})
    void what_is_no_slug_of_a_problem_has_no_page(String slug) {
        assertThat(ProblemPage.of(slug)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.json", "openapi.yaml"})
    void the_document_is_on_the_class_path(String fileName) {
        assertThat(Published.bytes(fileName))
                .hasValueSatisfying(bytes ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("getOpenapiYaml"));
    }
}
