package io.bilet.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.testing.FixedConfig;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

    private static final Setting<Duration> CLOSE_AFTER = Setting.duration("bilet.close-after", "P4D", "PT1H", "P28D");

    @ConfigProperty(name = "bilet.bytes-max", defaultValue = "1024")
    @Within(min = "1", max = "2048")
    int bytesMax;

    @ParameterizedTest
    @CsvSource({"PT1H, PT1H", "P28D, P28D", "PT100H, PT100H"})
    void a_value_in_its_range_is_read_both_ends_included(String text, Duration value) {
        assertThat(CLOSE_AFTER.read(set("bilet.close-after", text))).isEqualTo(value);
    }

    @Test
    void what_is_not_set_has_its_default() {
        assertThat(CLOSE_AFTER.read(new FixedConfig(Map.of()))).isEqualTo(Duration.ofDays(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59M59S", "P29D", "-PT2H", "four days", ""})
    void any_other_value_ends_the_start_and_the_message_says_what_is_allowed(String text) {
        assertThatThrownBy(() -> CLOSE_AFTER.read(set("bilet.close-after", text)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bilet.close-after is %s; PT1H to P28D is allowed.", text);
    }

    @Test
    void an_injected_setting_has_the_range_that_stands_beside_it() throws NoSuchFieldException {
        var place = SettingTest.class.getDeclaredField("bytesMax");
        Setting<?> setting = Setting.of(
                place.getAnnotation(ConfigProperty.class), place.getGenericType(), place.getAnnotation(Within.class));

        assertThat(setting.read(new FixedConfig(Map.of()))).isEqualTo(1024);
        assertThatThrownBy(() -> setting.read(set("bilet.bytes-max", "4096")))
                .hasMessage("bilet.bytes-max is 4096; 1 to 2048 is allowed.");
    }

    private static Config set(String key, String text) {
        return new FixedConfig(Map.of(key, text));
    }
}
