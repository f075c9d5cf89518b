package io.bilet.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.InvalidParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtagTest {

    @Test
    void a_tag_names_the_version() {
        assertThat(Etag.required("\"7\"")).contains(7);
        assertThat(Etag.optional("\"0\"")).contains(0);
    }

    @Test
    void a_star_means_any_version() {
        assertThat(Etag.required("*")).isEmpty();
    }

    @Test
    void a_missing_version_is_refused_where_it_is_required() {
        assertThatThrownBy(() -> Etag.required(null)).isInstanceOf(VersionRequired.class);
        assertThat(Etag.optional(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "\"seven\"", "\"07\"", "\"\"", "\"99999999999\""})
    void a_tag_that_is_not_ours_matches_no_version(String tag) {
        assertThat(Etag.required(tag))
                .hasValueSatisfying(version -> assertThat(version).isNegative());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "", "\"7", "\"1\", \"2\"", "\"7\"\n"})
    void what_is_no_tag_is_malformed(String text) {
        assertThatThrownBy(() -> Etag.optional(text)).isInstanceOf(InvalidParameter.class);
    }
}
