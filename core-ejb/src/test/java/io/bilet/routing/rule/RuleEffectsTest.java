package io.bilet.routing.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.StoredJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleEffectsTest {

    private static final String EVERYTHING = """
            {"group_id":"grp_0198c0ffee0070008000000000000022","priority":"high","tags":["printer","vip"],
             "skills":[{"skill_id":"skl_0198c0ffee0070008000000000000031","level":3}],"language":"tr","archive":true}""";

    @Test
    void what_is_read_is_written_back() {
        RuleEffects effects = RuleEffectsJson.read(StoredJson.readObject(EVERYTHING), "/effects");

        assertThat(RuleEffectsJson.write(effects)).isEqualTo(StoredJson.readObject(EVERYTHING));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            {}; /effects; empty
            {'archive':false,'tags':[]}; /effects; empty
            {'archive':true,'spam':true}; /effects; contradiction
            {'tags':['two words']}; /effects/tags; invalid_tag
            {'priority':'asap'}; /effects/priority; unknown_value
            {'language':'not a language'}; /effects/language; invalid_language
            {'skills':[{'skill_id':'skl_0198c0ffee0070008000000000000031','level':6}]}; /effects/skills/0/level; out_of_range
            """)
    void what_breaks_a_rule_is_refused_and_says_where(String json, String pointer, String code) {
        InvalidInput refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> RuleEffectsJson.read(StoredJson.readObject(json.replace('\'', '"')), "/effects"));

        assertThat(refusal.errors()).extracting(FieldError::pointer).containsExactly(pointer);
        assertThat(refusal.errors()).extracting(FieldError::code).containsExactly(code);
    }
}
