package io.bilet.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.InvalidInput;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an event made of a field. */
class TurnTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "level, low,    high,   changed true, true, it is another",
                "level, low,    low,    changed true, false, it is the same",
                "level, low,    low,    changed false, true, and that was asked",
                "level, -,      low,    changed true, true, it was none",
                "level, low,    high,   changed_to high, true, it became that",
                "level, high,   high,   changed_to high, false, it was that already",
                "level, low,    -,      changed_to high, false, it is none now",
                "level, low,    high,   changed_from low, true, it was that",
                "level, low,    low,    changed_from low, false, and still is",
                "level, -,      low,    changed_from low, false, it was none",
                "level, low,    low,    was low, true, it was that and still is",
                "level, low,    high,   was low, true, it was that",
                "level, low,    high,   was high, false, it was not",
                "text,  Fax,    FAX,    changed_to fax, true, letter case is a change of text",
                "text,  ' ',    -,      changed true, false, blank is none",
                "set,   a b,    a b c,  gained [c], true, it came",
                "set,   a b,    a b c,  gained [a], false, it was there",
                "set,   a b,    a,      lost [b], true, it went",
                "set,   -,      a,      gained [a], true, there were none",
                "set,   a b,    b a,    changed true, false, sets have no order",
            })
    void it_is_judged_by_what_was_and_what_is(
            String field, @Nullable String before, @Nullable String now, String asked, boolean holds, String because) {
        String[] words = asked.split(" ");
        String json = "{'field':'%s','operator':'%s','value':%s}".formatted(field, words[0], written(words[1]));
        Condition condition = TestFields.READER.readForEvents(TestFields.object(json), "");

        assertThat(condition.matches(new FactSheet(facts(typed(field, before), typed(field, now)))))
                .as(because)
                .isEqualTo(holds);
    }

    @Test
    void only_rules_that_act_on_events_ask_about_them() {
        var json = TestFields.object("{'field':'level','operator':'changed','value':true}");

        assertThatThrownBy(() -> TestFields.READER.read(json, "")).isInstanceOf(InvalidInput.class);
    }

    private static String written(String value) {
        if (value.equals("true") || value.equals("false")) {
            return value;
        }
        return value.startsWith("[") ? "['" + value.substring(1, value.length() - 1) + "']" : "'" + value + "'";
    }

    private static @Nullable Object typed(String field, @Nullable String text) {
        return text == null || !field.equals("set") ? text : List.copyOf(Arrays.asList(text.split(" ")));
    }

    private static Facts facts(@Nullable Object before, @Nullable Object now) {
        return new Facts() {
            @Override
            public @Nullable Object value(String field) {
                return now;
            }

            @Override
            public @Nullable Object before(String field) {
                return before;
            }
        };
    }
}
