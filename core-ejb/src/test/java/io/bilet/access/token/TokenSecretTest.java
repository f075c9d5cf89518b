package io.bilet.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSecretTest {

    @Test
    void c07_ten_thousand_tokens_share_nothing_but_their_prefix() {
        Set<String> seen = new HashSet<>();
        Set<String> beginnings = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String random = TokenSecret.next().reveal().substring(TokenSecret.PREFIX.length());
            seen.add(random);
            beginnings.add(random.substring(0, 8));
        }

        assertThat(seen).hasSize(10_000).allMatch(random -> random.length() == 43);
        assertThat(beginnings).hasSize(10_000);
    }

    @Test
    void c07_every_bit_of_a_token_is_as_often_set_as_not() {
        int[] counts = new int[256];
        for (int i = 0; i < 10_000; i++) {
            byte[] random = java.util.Base64.getUrlDecoder()
                    .decode(TokenSecret.next().reveal().substring(TokenSecret.PREFIX.length()));
            IntStream.range(0, 256)
                    .filter(bit -> (random[bit / 8] >> (bit % 8) & 1) == 1)
                    .forEach(bit -> counts[bit]++);
        }

        // Six standard deviations of 10,000 throws of a coin: one wrong alarm in a million runs.
        assertThat(IntStream.of(counts).boxed()).allMatch(count -> Math.abs(count - 5_000) < 300);
    }

    @Test
    void c07_the_stored_digest_of_a_token_is_no_token() {
        TokenSecret secret = TokenSecret.next();

        assertThat(TokenSecret.parse(HexFormat.of().formatHex(secret.digest()))).isEmpty();
        assertThat(TokenSecret.parse(TokenSecret.PREFIX + HexFormat.of().formatHex(secret.digest())))
                .isEmpty();
    }

    @Test
    void a_secret_does_not_show_itself_in_logs() {
        TokenSecret secret = TokenSecret.next();

        assertThat(secret.toString()).doesNotContain(secret.reveal().substring(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "bil_", "bil_short", "0", "null", "BIL_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_does_not_look_like_a_token_is_not_looked_up(String text) {
        assertThat(TokenSecret.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\0", "\u00a0", "\u200b", "\n"})
    void c08_blanks_and_invisible_characters_make_another_text(String padding) {
        String secret = TokenSecret.next().reveal();

        assertThat(TokenSecret.parse(secret)).isPresent();
        assertThat(TokenSecret.parse(secret + padding)).isEmpty();
        assertThat(TokenSecret.parse(padding + secret)).isEmpty();
    }
}
