package io.bilet.platform.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueRulesTest {

    private static final String CHOICES = "{'choices': [{'value': 'gold'}, {'value': 'tin'}]}";

    @ParameterizedTest(name = "{0} {1} takes {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        TEXT; {}; 'X1'; 'X1'
        TEXT; {'pattern': '[A-Z][0-9]{1,3}', 'maximum_length': 4}; 'X123'; 'X123'
        NUMBER; {}; -999999999999999.123456; -999999999999999.123456
        NUMBER; {'minimum': 1.5, 'maximum': 1.5}; 1.50; 1.50
        BOOLEAN; {}; false; false
        DATE; {}; '2028-02-29'; '2028-02-29'
        CHOICE; CHOICES; 'tin'; 'tin'
        MULTI_CHOICE; CHOICES; ['tin', 'gold', 'tin']; ['gold', 'tin']
        """)
    void a_value_that_keeps_the_rules_is_kept(ValueType type, String terms, String given, String kept) {
        assertThat(rules(type, terms).accept(value(given), "/v")).isEqualTo(value(kept));
    }

    @ParameterizedTest(name = "{0} {1} refuses {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        TEXT; {}; 5; /v; wrong_type
        TEXT; {}; ' '; /v; blank
        TEXT; {'maximum_length': 2}; 'abc'; /v; too_long
        TEXT; {'pattern': '[0-9]+'}; '12a'; /v; pattern
        TEXT; {}; 'a\\u0000b'; /v; unprintable
        NUMBER; {}; '5'; /v; wrong_type
        NUMBER; {}; 1e400; /v; out_of_range
        NUMBER; {}; 1e-400; /v; out_of_range
        NUMBER; {'minimum': 1}; 0.999; /v; out_of_range
        NUMBER; {'maximum': 1}; 2; /v; out_of_range
        BOOLEAN; {}; 'true'; /v; wrong_type
        DATE; {}; '2027-02-29'; /v; wrong_type
        DATE; {}; '2027-2-9'; /v; wrong_type
        DATE; {}; '-999-02-09'; /v; wrong_type
        DATE; {}; '2027-02-09T00:00:00Z'; /v; wrong_type
        CHOICE; CHOICES; 'lead'; /v; unknown_value
        CHOICE; CHOICES; ['tin']; /v; unknown_value
        MULTI_CHOICE; CHOICES; 'tin'; /v; wrong_type
        MULTI_CHOICE; CHOICES; ['tin', 'lead']; /v/1; unknown_value
        MULTI_CHOICE; CHOICES; []; /v; too_few
        """)
    void one_that_breaks_a_rule_is_refused_where_it_stands(
            ValueType type, String terms, String given, String pointer, String code) {
        assertThatThrownBy(() -> rules(type, terms).accept(value(given), "/v"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(
                                refused.errors().get(0))
                        .satisfies(error -> assertThat(error.pointer()).isEqualTo(pointer))
                        .satisfies(error -> assertThat(error.code()).isEqualTo(code)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        NUMBER; {'pattern': 'a'}; /pattern
        TEXT; {'minimum': 1}; /minimum
        TEXT; {'choices': [{'value': 'a'}]}; /choices
        TEXT; {'pattern': '(a)\\\\1'}; /pattern
        TEXT; {'pattern': '(((a{100}){100}){100})'}; /pattern
        NUMBER; {'minimum': 2, 'maximum': 1}; /maximum
        CHOICE; {}; /choices
        CHOICE; {'choices': [{'value': 'a'}, {'value': 'a'}]}; /choices/1/value
        CHOICE; {'choices': [{'value': 'A b'}]}; /choices/0/value
        """)
    void rules_that_mean_nothing_are_refused(ValueType type, String terms, String pointer) {
        assertThatThrownBy(() -> rules(type, terms)).isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(
                        refused.errors().get(0).pointer())
                .isEqualTo(pointer));
    }

    private static ValueRules rules(ValueType type, String terms) {
        return ValueRules.read(type, object(terms.equals("CHOICES") ? CHOICES : terms));
    }

    private static JsonValue value(String text) {
        JsonObject holder = object("{'v': " + text + "}");
        return holder.get("v");
    }

    private static JsonObject object(String text) {
        return StoredJson.readObject(text.replace('\'', '"'));
    }
}
