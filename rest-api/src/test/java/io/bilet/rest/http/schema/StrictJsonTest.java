package io.bilet.rest.http.schema;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

    @Test
    void an_honest_text_is_read_as_it_is() {
        String text = "{\"a\":[1,-2.5,1E+3,true,null],\"b\":{\"ç\":\"\uD83D\uDE00\\n\"}}";

        assertThat(StrictJson.read(text.getBytes(UTF_8)).toString()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} is {1} at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | empty | ``",
                "`  ` | empty | ``",
                "`{\"a\":1` | not_json | ``",
                "`{'a':1}` | not_json | ``",
                "`{\"a\":1,}` | not_json | ``",
                "`{\"a\":NaN}` | not_json | ``",
                "`{\"a\":01}` | not_json | ``",
                "`// x` | not_json | ``",
                "`{} {}` | not_json | ``",
                "`{\"a\":1,\"a\":1}` | duplicate_field | /a",
                "`{\"a\":{\"b/c\":1,\"b/c\":2}}` | duplicate_field | /a/b~1c",
                "`{\"a\":[\"\\u0000\"]}` | invalid_character | /a/0",
                "`{\"a\":\"\\ud800\"}` | invalid_character | /a",
                "`{\"a\":1e999999999}` | number | /a",
            })
    void a_text_that_two_readers_could_read_differently_is_refused(String text, String code, String pointer) {
        assertThatThrownBy(() -> StrictJson.read(text.getBytes(UTF_8)))
                .isInstanceOfSatisfying(MalformedBody.class, refused -> {
                    assertThat(refused.errors().get(0).code()).isEqualTo(code);
                    assertThat(refused.errors().get(0).pointer()).isEqualTo(pointer);
                });
    }

    @Test
    void only_utf_8_is_read() {
        refused("{\"a\":\"ü\"}".getBytes(ISO_8859_1));
        refused("{\"a\":\"ü\"}".getBytes(UTF_16));
        refused("\uFEFF{}".getBytes(UTF_8));
    }

    @Test
    void bombs_are_refused_at_once() {
        refused("[".repeat(100_000).getBytes(UTF_8));
        refused(("{\"a\":".repeat(60) + "1" + "}".repeat(60)).getBytes(UTF_8));
        refused(("{\"a\":" + "9".repeat(200_000) + "}").getBytes(UTF_8));
        refused(("{\"a\":\"" + "x".repeat(1_000_001) + "\"}").getBytes(UTF_8));
    }

    private static void refused(byte[] text) {
        assertThatThrownBy(() -> StrictJson.read(text)).isInstanceOf(MalformedBody.class);
    }
}
