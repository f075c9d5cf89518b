package io.bilet.spi.testkit;

import static io.bilet.spi.testkit.Requests.html;
import static io.bilet.spi.testkit.Requests.plain;
import static io.bilet.spi.testkit.Requests.withGlossary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.spi.FarEndRefused;
import io.bilet.spi.FarEndUnavailable;
import io.bilet.spi.translation.MachineTranslator;
import io.bilet.spi.translation.Translation;
import io.bilet.spi.translation.Translation.Translated;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promises of {@link MachineTranslator}. A partner implements this interface in a test class, supplies a translator
 * and the far end it talks to, and inherits the tests.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
@ExtendWith(RuleTable.class)
public interface MachineTranslatorContract {

    /** The translator of a started plugin that talks to {@link #farEnd()}; the same one for the length of a test. */
    MachineTranslator translator() throws Exception;

    /** The far end, under the test's control; fresh for each test. */
    TranslationFarEnd farEnd();

    /** How long the translator has in MT-10. */
    default Duration timeout() {
        return Duration.ofSeconds(1);
    }

    /** A far end that translates anything between {@link #from()} and {@link #to()}, in a way of its own. */
    interface TranslationFarEnd extends FarEnd {

        /** A language it finds out. */
        String from();

        /** A language it translates to. */
        String to();

        /** A text in the language {@link #from()}, without the characters {@code <}, {@code >} and {@code &}. */
        String text();

        /** One word of the text. */
        String word();

        /** Has no more characters for this account from now on. */
        void useUpQuota();

        /** How many characters it has counted. */
        long counted();
    }

    @Test
    @DisplayName("MT-1 the name is short, plain and stays the same")
    default void mt1_name_is_plain_and_stable() throws Exception {
        Names.isPlainAndStable(translator()::name);
    }

    @Test
    @DisplayName("MT-2 the language is found out and named")
    default void mt2_language_is_found_out() throws Exception {
        Translated translated = translated(translator().translate(plain(farEnd().text(), farEnd().to())));

        assertThat(translated.text()).isNotBlank().isNotEqualTo(farEnd().text());
        assertThat(translated.from()).isEqualTo(farEnd().from());
    }

    @Test
    @DisplayName("MT-3 elements of HTML are kept, and plain text is no HTML")
    default void mt3_html_is_kept() throws Exception {
        String html = "<p>%s</p><ul><li><a href=\"https://example.org/?a=1&amp;b=2\">%s</a></li></ul>"
                .formatted(farEnd().text(), farEnd().word());
        String plain = farEnd().text() + " a < b && c > d";

        assertThat(tags(translated(translator().translate(html(html, farEnd().to())))
                        .text()))
                .isEqualTo(tags(html));
        assertThat(translated(translator().translate(plain(plain, farEnd().to())))
                        .text())
                .contains("<", "&&", ">")
                .doesNotContain("&lt;", "&amp;");
    }

    @Test
    @DisplayName("MT-4 words of the glossary are called what it says")
    default void mt4_glossary_is_used() throws Exception {
        Map<String, String> glossary = Map.of(farEnd().word(), "Zyzzyva");

        Translated translated = translated(translator()
                .translate(withGlossary(farEnd().text(), farEnd().from(), farEnd().to(), glossary, Requests.TIMEOUT)));

        assertThat(translated.text()).contains("Zyzzyva");
    }

    @Test
    @DisplayName("MT-5 a language that is not known is said to be impossible")
    default void mt5_unknown_language_is_not_possible() throws Exception {
        assertThat(translator().translate(plain(farEnd().text(), "tlh"))).isInstanceOf(Translation.NotPossible.class);
    }

    @Test
    @DisplayName("MT-6 a far end that is down is reported as unavailable")
    default void mt6_far_end_down_is_unavailable() throws Exception {
        MachineTranslator translator = translator();
        farEnd().goDown();

        assertThatThrownBy(() -> translator.translate(plain(farEnd().text(), farEnd().to())))
                .isInstanceOf(FarEndUnavailable.class);
    }

    @Test
    @DisplayName("MT-7 credentials that are not accepted are reported as a refusal")
    default void mt7_refused_credentials_are_a_refusal() throws Exception {
        MachineTranslator translator = translator();
        farEnd().refuseCredentials();

        assertThatThrownBy(() -> translator.translate(plain(farEnd().text(), farEnd().to())))
                .isInstanceOf(FarEndRefused.class);
    }

    @Test
    @DisplayName("MT-8 a quota that is used up is reported as a refusal")
    default void mt8_used_up_quota_is_a_refusal() throws Exception {
        MachineTranslator translator = translator();
        farEnd().useUpQuota();

        assertThatThrownBy(() -> translator.translate(plain(farEnd().text(), farEnd().to())))
                .isInstanceOf(FarEndRefused.class);
    }

    @Test
    @DisplayName("MT-9 the characters are counted as the far end counts them")
    default void mt9_characters_are_counted() throws Exception {
        Translated translated = translated(translator().translate(plain(farEnd().text(), farEnd().to())));

        assertThat(translated.billedCharacters()).isEqualTo(farEnd().counted());
    }

    @Test
    @DisplayName("MT-10 a far end that hangs holds the translator no longer than the time-out and a second")
    default void mt10_hanging_far_end_is_left() throws Exception {
        MachineTranslator translator = translator();
        farEnd().hang();

        Deadline.endsWithin(
                timeout(),
                () -> translator.translate(
                        withGlossary(farEnd().text(), farEnd().from(), farEnd().to(), Map.of(), timeout())));
    }

    private static Translated translated(Translation translation) {
        assertThat(translation).isInstanceOf(Translated.class);
        return (Translated) translation;
    }

    private static List<String> tags(String html) {
        return Pattern.compile("<[^>]+>")
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
