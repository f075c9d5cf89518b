package io.bilet.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatchTest {

    private final Patch patch =
            patch("{\"name\":\"New\",\"count\":3,\"flag\":false,\"language\":null,\"tags\":[\"a\"]}");

    @Test
    void what_is_named_changes() {
        assertThat(patch.text("name", "Old")).isEqualTo("New");
        assertThat(patch.number("count", 1)).isEqualTo(3);
        assertThat(patch.truth("flag", true)).isFalse();
        assertThat(patch.texts("tags", List.of("b"))).containsExactly("a");
    }

    @Test
    void what_is_absent_stays() {
        assertThat(patch.text("subject", "Old")).isEqualTo("Old");
        assertThat(patch.cleared("external_id", Optional.of("x"))).contains("x");
        assertThat(patch.names("external_id")).isFalse();
    }

    @Test
    void null_clears() {
        assertThat(patch.cleared("language", Optional.of("tr"))).isEmpty();
        assertThat(patch.clears("language")).isTrue();
        assertThat(patch.clears("name")).isFalse();
    }

    private static Patch patch(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return new Patch(reader.readObject());
        }
    }
}
