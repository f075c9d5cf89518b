package io.bilet.rest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.rest.http.schema.MalformedBody;
import io.bilet.rest.http.spec.Operation;
import io.bilet.rest.http.spec.Operations;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies against the schemas of the real specification. */
class StrictBodyTest {

    @ParameterizedTest(name = "{1} at {2}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"subject\":\"S\",\"comment\":{\"text\":\"T\"},\"sbject\":1} | unknown_field | /sbject",
                "{\"subject\":\"S\",\"comment\":{\"text\":\"T\",\"a/b\":1}} | unknown_field | /comment/a~1b",
                "{\"subject\":5,\"comment\":{\"text\":\"T\"}} | type | /subject",
                "{\"subject\":\"S\",\"comment\":[]} | type | /comment",
                "{\"subject\":\"S\",\"comment\":{\"text\":\"T\"},\"tags\":[\"a\",5]} | type | /tags/1",
                "{\"subject\":\"S\",\"comment\":{\"text\":\"T\"},\"tags\":[null]} | type | /tags/0",
                "{\"subject\":\"S\",\"comment\":{\"text\":\"T\"},\"priority\":\"HIGH\"} | unknown_value | /priority",
                "{\"subject\":\"S\",\"comment\":{\"text\":\"T\"},\"id\":\"tkt_1\"} | unknown_field | /id",
                "[] | type | ``",
                "\"text\" | type | ``",
                "null | type | ``",
            })
    void what_cannot_be_understood_is_malformed(String body, String code, String pointer) {
        assertThatThrownBy(() -> read("createTicket", body))
                .isInstanceOfSatisfying(MalformedBody.class, refused -> assertOnly(refused, code, pointer));
    }

    @ParameterizedTest(name = "{1} at {2}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"comment\":{\"text\":\"T\"}} | required | /subject",
                "{\"subject\":null,\"comment\":{\"text\":\"T\"}} | required | /subject",
                "{\"subject\":\"\",\"comment\":{\"text\":\"T\"}} | length | /subject",
                "{\"subject\":\"S\",\"comment\":{\"text\":\"\"}} | length | /comment/text",
                "{\"subject\":\"S\",\"comment\":{}} | required | /comment/text",
            })
    void what_can_be_understood_and_breaks_a_rule_is_invalid(String body, String code, String pointer) {
        assertThatThrownBy(() -> read("createTicket", body))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertOnly(refused, code, pointer));
    }

    @Test
    void every_place_is_named_but_no_value_is_repeated() {
        assertThatThrownBy(
                        () -> read("createTicket", "{\"subject\":7,\"secret\":\"hunter2\",\"comment\":{\"text\":8}}"))
                .isInstanceOfSatisfying(MalformedBody.class, refused -> {
                    assertThat(refused.errors())
                            .extracting(FieldError::pointer)
                            .containsExactly("/subject", "/secret", "/comment/text");
                    assertThat(refused.errors())
                            .noneMatch(error -> error.detail().contains("hunter2"));
                });
    }

    @Test
    void what_cannot_be_understood_is_said_before_rules_are() {
        assertThatThrownBy(() -> read("createTicket", "{\"subject\":\"\",\"commentt\":{}}"))
                .isInstanceOf(MalformedBody.class);
    }

    @Test
    void a_million_unknown_fields_are_not_all_listed() {
        StringBuilder body = new StringBuilder("{\"subject\":\"S\"");
        for (int i = 0; i < 10_000; i++) {
            body.append(",\"").append("x".repeat(50)).append(i).append("\":1");
        }

        assertThatThrownBy(() -> read("createTicket", body + "}"))
                .isInstanceOfSatisfying(MalformedBody.class, refused -> assertThat(refused.errors())
                        .hasSizeLessThanOrEqualTo(20));
    }

    @Test
    void null_means_absent_in_a_body() {
        assertThatCode(() -> read("createTicket", "{\"subject\":\"S\",\"comment\":{\"text\":\"T\"},\"priority\":null}"))
                .doesNotThrowAnyException();
    }

    @Test
    void null_clears_in_a_merge_patch_what_can_be_cleared() {
        assertThatCode(() -> read("updateTicket", "{\"language\":null,\"type\":null}"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> read("updateTicket", "{\"subject\":null}"))
                .isInstanceOfSatisfying(
                        InvalidInput.class, refused -> assertOnly(refused, "not_clearable", "/subject"));
    }

    @Test
    void a_patch_that_changes_nothing_is_refused() {
        assertThatThrownBy(() -> read("updateTicket", "{}"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertOnly(refused, "field_count", ""));
    }

    @Test
    void c37_a_name_of_a_class_is_an_unknown_field_or_value_like_any_other() {
        assertThatThrownBy(
                        () -> read(
                                "createTicket",
                                "{\"@class\":\"java.lang.Runtime\",\"subject\":\"S\",\"comment\":{\"text\":\"T\",\"@type\":\"x\"}}"))
                .isInstanceOfSatisfying(MalformedBody.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/@class", "/comment/@type"));
    }

    private static void assertOnly(BiletException refused, String code, String pointer) {
        assertThat(refused.errors()).hasSize(1);
        assertThat(refused.errors().get(0).code()).isEqualTo(code);
        assertThat(refused.errors().get(0).pointer()).isEqualTo(pointer);
    }

    private static void read(String operation, String body) {
        Operation.Body expected = Objects.requireNonNull(
                Operations.bundled().find(operation).orElseThrow().body());
        StrictBody.read(body.getBytes(UTF_8), Objects.requireNonNull(expected.schema()), expected.isMergePatch());
    }
}
