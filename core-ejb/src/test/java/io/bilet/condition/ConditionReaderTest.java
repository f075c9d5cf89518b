package io.bilet.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionReaderTest {

    private static final String HIGH = "{'field':'level','operator':'is','value':'high'}";

    @Test
    void what_is_read_is_written_back_unchanged() {
        JsonObject json = TestFields.object("""
                {'all':[{'any':[{'field':'text','operator':'contains','value':'Refund'},{'not':%s}]},
                 {'field':'set','operator':'includes_any','value':['vip','gold']},
                 {'field':'number','operator':'at_least','value':2.50}]}""".formatted(HIGH));

        assertThat(TestFields.READER.read(json, "").toJson()).hasToString(json.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        {}; /condition; wrong_type
        {'every':[]}; /condition; unknown_member
        {'all':[],'any':[]}; /condition; unknown_member
        {'all':{}}; /condition/all; wrong_type
        {'all':[3]}; /condition/all/0; wrong_type
        {'not':[]}; /condition/not; wrong_type
        {'field':'nope','operator':'is','value':1}; /condition/field; unknown_field
        {'field':3,'operator':'is','value':1}; /condition/field; wrong_type
        {'field':'java.lang.Runtime','operator':'is','value':1}; /condition/field; unknown_field
        {'field':'text','operator':'equals','value':'a'}; /condition/operator; unknown_operator
        {'field':'number','operator':'contains','value':'a'}; /condition/operator; unknown_operator
        {'field':'text','value':'a'}; /condition/operator; wrong_type
        {'field':'text','operator':'is'}; /condition/value; missing
        {'field':'text','operator':'is','value':5}; /condition/value; wrong_type
        {'field':'text','operator':'is','value':null}; /condition/value; wrong_type
        {'field':'text','operator':'is','value':'a','extra':1}; /condition; unknown_member
        {'field':'text','operator':'one_of','value':'a'}; /condition/value; wrong_type
        {'field':'text','operator':'one_of','value':['a',5]}; /condition/value/1; wrong_type
        {'field':'choice','operator':'is','value':'fax'}; /condition/value; unknown_value
        {'field':'level','operator':'at_least','value':'HIGH'}; /condition/value; unknown_value
        {'field':'reference','operator':'is','value':'usr_0198c0ffee0070008000000000000001'}; /condition/value; malformed_id
        {'field':'number','operator':'is','value':'5'}; /condition/value; wrong_type
        {'field':'flag','operator':'is','value':'yes'}; /condition/value; wrong_type
        {'field':'time','operator':'before','value':'tomorrow'}; /condition/value; wrong_type
        {'field':'text','operator':'present','value':'yes'}; /condition/value; wrong_type
        """)
    void what_is_not_in_the_language_is_malformed_and_says_where(String json, String pointer, String code) {
        MalformedCondition refusal = catchThrowableOfType(MalformedCondition.class, () -> TestFields.condition(json));

        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.errors()).extracting(FieldError::pointer).containsExactly(pointer);
        assertThat(refusal.errors()).extracting(FieldError::code).containsExactly(code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        {'any':[]}; /condition/any; too_few
        {'field':'text','operator':'is','value':' '}; /condition/value; wrong_length
        {'field':'text','operator':'one_of','value':[]}; /condition/value; wrong_length
        {'field':'text','operator':'matches','value':'(a'}; /condition/value; unsupported_pattern
        {'field':'text','operator':'matches','value':'(a)\\\\1'}; /condition/value; unsupported_pattern
        {'field':'text','operator':'matches','value':'(?=a)b'}; /condition/value; unsupported_pattern
        {'field':'text','operator':'matches','value':'(a{100}){10}'}; /condition/value; too_complex
        """)
    void what_breaks_a_rule_is_refused_and_says_where(String json, String pointer, String code) {
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> TestFields.condition(json));

        assertThat(refusal.errors()).extracting(FieldError::pointer).containsExactly(pointer);
        assertThat(refusal.errors()).extracting(FieldError::code).containsExactly(code);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        BiletException refusal = catchThrowableOfType(
                MalformedCondition.class,
                () -> TestFields.condition("{'all':[{'field':'nope'},%s,{'not':{'none':[]}}]}".formatted(HIGH)));

        assertThat(refusal.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/condition/all/0/field", "/condition/all/2/not");
    }

    @Test
    void a_tree_has_at_most_eight_levels() {
        assertThat(TestFields.condition("{'not':".repeat(7) + HIGH + "}".repeat(7)))
                .isNotNull();

        assertThat(refusalOf("{'not':".repeat(8) + HIGH + "}".repeat(8))).isEqualTo("too_large");
    }

    @Test
    void a_tree_has_at_most_a_hundred_nodes() {
        assertThat(TestFields.condition("{'all':[" + HIGH + ("," + HIGH).repeat(98) + "]}"))
                .isNotNull();

        assertThat(refusalOf("{'all':[" + HIGH + ("," + HIGH).repeat(99) + "]}"))
                .isEqualTo("too_large");
    }

    @Test
    void texts_lists_and_the_whole_are_bounded() {
        String entry = "'" + "x".repeat(400) + "'";

        assertThat(refusalOf("{'field':'text','operator':'is','value':'%s'}".formatted("x".repeat(501))))
                .isEqualTo("wrong_length");
        assertThat(refusalOf(
                        "{'field':'text','operator':'one_of','value':[%s]}".formatted("'x'" + ",'x'".repeat(10_000))))
                .isEqualTo("wrong_length");
        assertThat(refusalOf("{'field':'text','operator':'one_of','value':[%s]}"
                        .formatted(entry + ("," + entry).repeat(200))))
                .isEqualTo("too_long");
    }

    private static String refusalOf(String json) {
        return catchThrowableOfType(InvalidInput.class, () -> TestFields.condition(json))
                .errors()
                .get(0)
                .code();
    }
}
