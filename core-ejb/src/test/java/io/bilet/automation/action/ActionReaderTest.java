package io.bilet.automation.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.MalformedInput;
import io.bilet.testing.Beans;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionReaderTest {

    private final ActionReader reader = ActionLanguage.spokenBy(new Beans()).get(ActionReader.class);

    @Test
    void every_kind_is_read_and_kept_as_it_was_written() {
        var all = ActionLanguage.written("""
                [{'kind':'set_status','status':'pending'},
                 {'kind':'set_priority','priority':'high'},
                 {'kind':'set_type','type':null},
                 {'kind':'set_language','language':'tr'},
                 {'kind':'add_tags','tags':['Refund']},
                 {'kind':'remove_tags','tags':['new']},
                 {'kind':'set_group','group_id':'grp_0198c0ffee0070008000000000000022'},
                 {'kind':'set_assignee','agent_id':'usr_0198c0ffee0070008000000000000011'},
                 {'kind':'require_skills','skills':[{'skill_id':'skl_0198c0ffee0070008000000000000031','level':2,'drop_after':'PT5M'}]},
                 {'kind':'set_vip'},
                 {'kind':'snooze','return_after':'PT4H','response_due_after':'PT8H','reason':'Parts are ordered'},
                 {'kind':'comment','visibility':'internal','text':'Look at the serial number.'},
                 {'kind':'add_followers','user_ids':['usr_0198c0ffee0070008000000000000011']},
                 {'kind':'remove_followers','user_ids':['usr_0198c0ffee0070008000000000000012']},
                 {'kind':'start_swarm','question':'Who knows firmware?','skills':[{'skill_id':'skl_0198c0ffee0070008000000000000031','level':2}]}]
                """);

        assertThat(reader.read(all, "/actions"))
                .extracting(Action::toJson)
                .containsExactlyElementsOf(all.getValuesAs(JsonObject.class));
        assertThat(reader.kinds()).contains("set_tags", "set_tier", "archive", "spam");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'launch'}                                   | /actions/0/kind          | unknown_kind",
                "{'kind':'java.lang.Runtime'}                        | /actions/0/kind          | unknown_kind",
                "{'status':'open'}                                   | /actions/0/kind          | unknown_kind",
                "{'kind':'set_status'}                               | /actions/0/status        | missing",
                "{'kind':'set_status','status':'OPEN'}               | /actions/0/status        | unknown_value",
                "{'kind':'set_status','status':'open','x':1}         | /actions/0               | unknown_member",
                "{'kind':'add_tags','tags':'refund'}                 | /actions/0/tags          | wrong_type",
                "{'kind':'set_group','group_id':'usr_1'}             | /actions/0/group_id      | malformed_id",
                "{'kind':'set_tier','tier':1.5}                      | /actions/0/tier          | wrong_type",
                "{'kind':'snooze','return_after':'4h','response_due_after':'PT8H'} | /actions/0/return_after | wrong_type",
                "'spam'                                              | /actions/0               | wrong_type",
            })
    void what_is_not_the_language_is_malformed(String action, String pointer, String code) {
        assertThat(refusal(MalformedInput.class, action)).satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.code()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'set_status','status':'closed'}                           | /actions/0/status             | not_settable",
                "{'kind':'add_tags','tags':['two words']}                          | /actions/0/tags               | invalid_tag",
                "{'kind':'add_tags','tags':[]}                                     | /actions/0/tags               | wrong_length",
                "{'kind':'set_tier','tier':9}                                      | /actions/0/tier               | out_of_range",
                "{'kind':'comment','visibility':'public','text':'  '}              | /actions/0/text               | wrong_length",
                "{'kind':'comment','visibility':'public','text':'{{ x.y }}'}       | /actions/0/text               | unknown_placeholder",
                "{'kind':'comment','visibility':'public','text':'{{'}              | /actions/0/text               | malformed_template",
                "{'kind':'comment','visibility':'public','text':'a','html':'{%'}   | /actions/0/html               | malformed_template",
                "{'kind':'comment','visibility':'public','text':'a','variants':[{'language':'tr','text':'{{ x }}'}]}"
                        + "| /actions/0/variants/0/text    | unknown_placeholder",
                "{'kind':'comment','visibility':'public','text':'a','variants':[{'language':'tr','text':'b'},"
                        + "{'language':'TR','text':'c'}]} | /actions/0/variants/1/language | duplicate",
                "{'kind':'comment','visibility':'public','text':'a','variants':[{'language':'?','text':'b'}]}"
                        + "| /actions/0/variants/0/language | invalid_language",
                "{'kind':'snooze','return_after':'PT8H','response_due_after':'PT4H'} | /actions/0/response_due_after | not_after_return",
                "{'kind':'start_swarm','question':'Anybody?'}                      | /actions/0/agent_ids          | missing",
            })
    void what_breaks_a_rule_is_refused(String action, String pointer, String code) {
        assertThat(refusal(InvalidInput.class, action)).satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.code()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'set_priority','priority':'low'}, {'kind':'set_priority','priority':'high'}",
                "{'kind':'archive'}, {'kind':'spam'}",
                "{'kind':'set_status','status':'open'}, {'kind':'archive'}",
                "{'kind':'add_tags','tags':['a']}, {'kind':'remove_tags','tags':['a']}",
            })
    void a_list_does_not_contradict_itself(String actions) {
        assertThat(refusal(InvalidInput.class, actions)).satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/actions/1");
            assertThat(error.code()).isEqualTo("contradiction");
        });
    }

    @Test
    void its_author_hears_of_every_action_that_is_wrong() {
        var error = catchThrowableOfType(
                MalformedInput.class,
                () -> reader.read(
                        ActionLanguage.written("[{'kind':'spam'},{'kind':'x'},{'kind':'spam','y':1}]"), "/a"));

        assertThat(error.errors()).extracting(FieldError::pointer).containsExactly("/a/1/kind", "/a/2");
    }

    @Test
    void lists_are_bounded() {
        String vip = "{'kind':'set_vip'}";

        assertThatThrownBy(() -> reader.read(ActionLanguage.written("[]"), "/actions"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> reader.read(ActionLanguage.written("[" + (vip + ",").repeat(20) + vip + "]"), "/actions"))
                .isInstanceOf(InvalidInput.class);
    }

    private FieldError refusal(Class<? extends BiletException> type, String actions) {
        return catchThrowableOfType(type, () -> reader.read(ActionLanguage.written("[" + actions + "]"), "/actions"))
                .errors()
                .get(0);
    }
}
