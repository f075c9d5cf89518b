package io.bilet.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.InvalidInput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class EmailAddressTest {

    @ParameterizedTest(name = "{0} is compared as {1}: {2}")
    @CsvSource({
        "victim@example.com, victim@example.com, as it is",
        "Victim@Example.COM, victim@example.com, case means nothing",
        "victim@EXAMPLE.com., victim@example.com, the final dot of a domain means nothing",
        "victim@bücher.example, victim@xn--bcher-kva.example, an international domain in its ASCII form",
        "victim@BÜCHER.example, victim@xn--bcher-kva.example, in any case",
        "victim@XN--BCHER-KVA.example, victim@xn--bcher-kva.example, or written in ASCII at once",
        "Víctim@example.com, víctim@example.com, accents stay",
        "o'hara+desk=1@example.com, o'hara+desk=1@example.com, what RFC 5322 allows in an atom",
        "root@localhost, root@localhost, a domain of one label",
        "0@example.com, 0@example.com, a number is a name",
    })
    void addresses_have_one_normal_form(String text, String normalized, String because) {
        assertThat(EmailAddress.find(text))
                .as(because)
                .map(EmailAddress::normalized)
                .contains(normalized);
    }

    private static final List<String> REFUSED = List.of(
            "",
            " ",
            "0",
            "null",
            "%20",
            "\u0000",
            "\t",
            "\u00A0",
            " ".repeat(300),
            "victim",
            "@example.com",
            "victim@",
            "victim@@example.com",
            "victim@example.com@evil.example",
            "victim@example.com\u0000@evil.example",
            "victim\u0000@example.com",
            " victim@example.com",
            "victim@example.com ",
            "victim@example.com\t",
            "victim@example.com\u00A0",
            "victim @example.com",
            "victim@example.com\r\nBcc: evil@example.org",
            "victim\r\n@example.com",
            "victim\u200B@example.com",
            "vic\u00ADtim@example.com",
            "victim@exam\u00ADple.com",
            "victim@exam\u200Dple.com",
            "victim@example\u3002com",
            "victim@example\uFF0Ecom",
            "\uFF56ictim@example.com",
            "victim@\uFF45xample.com",
            "victim@\uFB01le.example",
            "\uFB01le@example.com",
            "\u212Atest@example.com",
            "victim@\u212Atest.example",
            "victim@stra\u00DFe.example",
            "victim@\u03C2.example",
            "\"victim\"@example.com",
            "\"vic tim\"@example.com",
            "victim(comment)@example.com",
            "victim@(comment)example.com",
            "<victim@example.com>",
            "Victim <victim@example.com>",
            "=?utf-8?q?victim?=@example.com",
            "=?utf-8?q?victim=40example.com=3E?=@example.org",
            ".victim@example.com",
            "victim.@example.com",
            "vic..tim@example.com",
            "victim@example..com",
            "victim@.example.com",
            "victim@-example.com",
            "victim@example-.com",
            "victim@exam_ple.com",
            "victim@[127.0.0.1]",
            "victim@example.com..",
            "a".repeat(65) + "@example.com",
            "victim@" + "a".repeat(64) + ".com",
            "victim@" + "a.".repeat(124) + "com",
            "victim@\uD800.example",
            "\uD800@example.com");

    @ParameterizedTest
    @FieldSource("REFUSED")
    void what_could_be_taken_for_somebody_else_is_refused(String text) {
        assertThat(EmailAddress.find(text)).isEqualTo(Optional.empty());
    }

    @Test
    void a_refusal_names_the_place_and_not_the_value() {
        assertThatThrownBy(() -> EmailAddress.parse("secret value", "/requester/email"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.errors()).singleElement().satisfies(error -> {
                        assertThat(error.pointer()).isEqualTo("/requester/email");
                        assertThat(error.detail()).doesNotContain("secret");
                    });
                });
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "+49 30 1234567, +49301234567",
        "0049 (30) 123-4567, +49301234567",
        "+90 212 555 00 00, +902125550000",
        "+1.202.555.0123, +12025550123",
    })
    void telephone_numbers_have_one_normal_form(String text, String normalized) {
        assertThat(PhoneNumber.parse(text, "/value").normalized()).isEqualTo(normalized);
    }

    @ParameterizedTest
    @CsvSource({
        "030 1234567",
        "+0 30 1234567",
        "+49",
        "+49 30 1234567 ext 5",
        "+4930１２３４５６７",
        "' +49301234567'",
        "+12345678901234567"
    })
    void what_rings_elsewhere_in_another_country_is_refused(String text) {
        assertThatThrownBy(() -> PhoneNumber.parse(text, "/value")).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @MethodSource("blankKeys")
    void keys_of_other_systems_are_never_blank_padded_or_invisible(String text) {
        assertThatThrownBy(() -> IdentityKey.of(IdentityType.EXTERNAL, text, "/value"))
                .isInstanceOf(InvalidInput.class);
    }

    static List<String> blankKeys() {
        return List.of(
                "", " ", "\u00A0", "\t", "a ", " a", "a\u00A0", "a\u200Bb", "a\u0000", "a\uFE0F", "a".repeat(191));
    }
}
