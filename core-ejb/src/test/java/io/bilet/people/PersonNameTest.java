package io.bilet.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTest {

    private static final EmailAddress ADDRESS = EmailAddress.parse("ada.example@example.org", "/email");

    @Test
    void a_name_is_one_line() {
        assertThat(PersonName.of("  Ada\r\n\tExample\u2028 Ph.\u00A0D.\u0000 ", ADDRESS))
                .isEqualTo("Ada Example Ph. D.");
    }

    @Test
    void who_has_no_name_is_called_by_their_address() {
        assertThat(PersonName.of(" \u00A0\u0007 ", ADDRESS)).isEqualTo("ada.example");
    }

    @Test
    void what_turns_the_reading_direction_is_left_out_and_joiners_stay() {
        assertThat(PersonName.of("Ada \u202Egpj.exe", ADDRESS)).isEqualTo("Ada gpj.exe");
        assertThat(PersonName.of("علی\u200Cرضا", ADDRESS)).isEqualTo("علی\u200Cرضا");
    }

    @Test
    void a_long_name_is_cut_between_characters() {
        assertThat(PersonName.of("a".repeat(199) + "😀😀", ADDRESS)).isEqualTo("a".repeat(199));
    }
}
