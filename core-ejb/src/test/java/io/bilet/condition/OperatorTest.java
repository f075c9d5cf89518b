package io.bilet.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorTest {

    @ParameterizedTest(name = "\"{0}\" {1} {2} is {3}: {4}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        Printer on FIRE; is; 'printer on fire'; true; letter case never matters
        İADE; is; 'iade'; true; the Turkish capital i is an i
        ışık; is; 'IŞIK'; true; so is the one without a dot
        STRASSE; is; 'Straße'; true; a sharp s is a double s
        ﬁre; contains; 'fire'; true; a ligature is its letters
        printer; is; 'printers'; false; equality is not containment
        printer; is_not; 'scanner'; true; something else
        printer; one_of; ['scanner','PRINTER']; true; any entry will do
        printer; none_of; ['scanner','PRINTER']; false; an entry is there
        My reprinted page; contains; 'print'; true; inside a word counts
        My page; contains_not; 'print'; true; it does not occur
        My reprinted page; contains_words; ['print','fax']; false; inside a longer word does not count
        Print: page 3; contains_words; ['fax','print']; true; punctuation ends a word
        a refund, please; contains_words; ['refund, please']; true; a phrase counts as it stands
        refunds and a refund; contains_words; ['refund']; true; a later occurrence counts
        Re: hello; starts_with; 're:'; true; at the beginning
        Hello; ends_with; 'LO'; true; at the end
        order 4711; matches; 'order\\\\s+\\\\d+$'; true; a pattern is found anywhere
        ORDER; matches; '^order$'; true; patterns ignore letter case
        order; matches; '^rder'; false; an anchor binds
        """)
    void text_is_compared_as_people_read_it(
            String actual, String operator, String value, boolean expected, String because) {
        Condition condition = TestFields.condition(check("text", operator, value));

        assertThat(condition.matches(TestFields.facts("text", actual)))
                .as(because)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {2} {3} on {1} is {4}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        address; ann@mail.example.org; in_domain; 'example.org'; true
        address; ann@example.org; in_domain; '@Example.ORG'; true
        address; ann@badexample.org; in_domain; 'example.org'; false
        address; mail.example.org; in_domain; 'example.org'; true
        choice; email; is; 'email'; true
        choice; email; one_of; ['web','api']; false
        choice; email; none_of; ['web','api']; true
        level; high; at_least; 'normal'; true
        level; high; greater_than; 'high'; false
        level; low; less_than; 'normal'; true
        level; urgent; at_most; 'high'; false
        level; high; is; 'high'; true
        level; high; one_of; ['low','high']; true
        reference; grp_0198c0ffee0070008000000000000001; is; 'grp_0198c0ffee0070008000000000000001'; true
        reference; grp_0198c0ffee0070008000000000000001; is_not; 'grp_0198c0ffee0070008000000000000001'; false
        """)
    void other_texts_are_compared_by_their_meaning(
            String field, String actual, String operator, String value, boolean expected) {
        Condition condition = TestFields.condition(check(field, operator, value));

        assertThat(condition.matches(TestFields.facts(field, actual))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "5, is, 5.0, true",
        "5, is_not, 5, false",
        "5, greater_than, 4.99, true",
        "5, less_than, 5, false",
        "5, at_least, 5, true",
        "6, at_most, 5, false",
        "5, one_of, '[4, 5]', true",
        "5, none_of, '[4, 5]', false"
    })
    void numbers_are_compared_by_value(int actual, String operator, String value, boolean expected) {
        Condition condition = TestFields.condition(check("number", operator, value));

        assertThat(condition.matches(TestFields.facts("number", actual))).isEqualTo(expected);
        assertThat(condition.matches(TestFields.facts("number", new BigDecimal(actual))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "before, 2026-11-23T10:00:01Z, true",
        "before, 2026-11-23T10:00:00Z, false",
        "after, 2026-11-23T09:59:59Z, true",
        "after, 2026-11-23T10:00:00Z, false"
    })
    void times_are_compared_strictly(String operator, String value, boolean expected) {
        Condition condition = TestFields.condition(check("time", operator, "'" + value + "'"));

        assertThat(condition.matches(TestFields.facts("time", Instant.parse("2026-11-23T10:00:00Z"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "hardware vip, includes_any, VIP fax, true",
        "hardware vip, includes_all, vip hardware, true",
        "hardware vip, includes_all, vip fax, false",
        "hardware vip, includes_none, fax, true",
        "hardware vip, includes_none, fax vip, false"
    })
    void sets_are_compared_by_their_members(String actual, String operator, String value, boolean expected) {
        Condition condition = TestFields.condition(check("set", operator, "['" + value.replace(" ", "','") + "']"));

        assertThat(condition.matches(TestFields.facts("set", Arrays.asList(actual.split(" ")))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, false, true"})
    void a_flag_is_what_it_is(boolean actual, boolean value, boolean expected) {
        Condition condition = TestFields.condition(check("flag", "is", String.valueOf(value)));

        assertThat(condition.matches(TestFields.facts("flag", actual))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        is; '2026-11-23'; true
        is_not; '2026-11-23'; false
        one_of; ['2026-11-22', '2026-11-23']; true
        before; '2026-11-23'; false
        before; '2026-11-24'; true
        after; '2026-11-22'; true
        older_than; 'PT10H'; true
        older_than; 'PT11H'; false
        within_last; 'PT11H'; true
        within_next; 'P1D'; false
        """)
    void a_date_counts_from_its_beginning_in_utc(String operator, String value, boolean expected) {
        Condition condition = TestFields.condition(check("date", operator, value));
        Instant now = Instant.parse("2026-11-23T11:00:00Z");

        assertThat(condition.matches(TestFields.facts("date", "2026-11-23", Facts.NOW, now)))
                .isEqualTo(expected);
    }

    @Test
    void a_fact_that_is_not_known_satisfies_only_the_negative_operators() {
        Facts nothing = TestFields.facts();

        assertThat(TestFields.condition(check("text", "is", "'a'")).matches(nothing))
                .isFalse();
        assertThat(TestFields.condition(check("text", "is_not", "'a'")).matches(nothing))
                .isTrue();
        assertThat(TestFields.condition(check("text", "contains_not", "'a'")).matches(nothing))
                .isTrue();
        assertThat(TestFields.condition(check("number", "none_of", "[1]")).matches(nothing))
                .isTrue();
        assertThat(TestFields.condition(check("set", "includes_none", "['a']")).matches(nothing))
                .isTrue();
        assertThat(TestFields.condition(check("level", "less_than", "'high'")).matches(nothing))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void presence_can_be_asked_of_every_type(FieldType type) {
        String field = type.outside();

        Condition present = TestFields.condition(check(field, "present", "true"));
        Condition absent = TestFields.condition(check(field, "present", "false"));

        assertThat(present.matches(TestFields.facts())).isFalse();
        assertThat(absent.matches(TestFields.facts())).isTrue();
        assertThat(present.matches(TestFields.facts(field, List.of("x")))).isTrue();
        assertThat(absent.matches(TestFields.facts(field, List.of("x")))).isFalse();
    }

    @Test
    void blank_text_and_an_empty_set_are_absent() {
        assertThat(TestFields.condition(check("text", "present", "false")).matches(TestFields.facts("text", " ")))
                .isTrue();
        assertThat(TestFields.condition(check("set", "present", "false")).matches(TestFields.facts("set", List.of())))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void every_operator_can_be_answered_in_memory_and_belongs_to_a_type(Operator operator) {
        assertThat(operator.backEnds()).contains(Operator.BackEnd.MEMORY);
        assertThat(Arrays.stream(FieldType.values())
                        .filter(type -> type.operators().contains(operator)))
                .isNotEmpty();
        assertThat(operator.eventOnly() && operator.backEnds().contains(Operator.BackEnd.SQL))
                .isFalse();
    }

    private static String check(String field, String operator, String value) {
        return "{'field':'%s','operator':'%s','value':%s}".formatted(field, operator, value);
    }
}
