package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request is told by a problem that names the place, and nothing has changed by it. */
@Journey
class BadInputIT {

    private static final String JSON = "application/json";
    private static final String MERGE = "application/merge-patch+json";

    private final DeskDriver admin = DeskDriver.asAdmin();
    private final JsonObject ticket = opened();
    private final String path = "tickets/" + ticket.getString("id");
    private final String before = state();

    @AfterEach
    void nothing_has_changed() {
        assertThat(state()).as("the ticket, its comments and its record").isEqualTo(before);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "                                      | 400 |                     | nothing at all",
                "{                                     | 400 |                     | half an object",
                "{'text':'a'} x                        | 400 |                     | something after the end",
                "[]                                    | 400 |                     | a list",
                "null                                  | 400 |                     | null",
                "'text'                                | 400 |                     | a text",
                "{'text':'a','text':'b'}               | 400 | /text               | a field given twice",
                "{'text':'a','txt':'b'}                | 400 | /txt                | an unknown field",
                "{'text':5,'visibility':'public'}      | 400 | /text               | a number for a text",
                "{'text':['a'],'visibility':'public'}  | 400 | /text               | a list for a text",
                "{'text':'a','visibility':'secret'}    | 400 | /visibility         | an unknown value",
                "{'text':'a','visibility':'PUBLIC'}    | 400 | /visibility         | a value in another case",
                "{'text':'a','visibility':'public','status':'opened'}          | 400 | /status | a status there is not",
                "{'text':'a','visibility':'public','attachment_ids':'att_1'}   | 400 | /attachment_ids | a text for a list",
                "{'text':'a','visibility':'public','attachment_ids':['att_1']} | 400 | /attachment_ids/0 | a malformed id",
                "{'text':'a','visibility':'public','attachment_ids':['tkt_0198c0ffee0070008000000000009999']} | 400 | /attachment_ids/0 | an id of something else",
                "{'text':'a','visibility':'public','attachment_ids':['att_0198c0ffee0070008000000000009999']} | 422 | /attachment_ids/0 | an id of nothing",
                "{'visibility':'public'}               | 422 | /text               | a field is missing",
                "{'text':'','visibility':'public'}     | 422 | /text               | an empty text",
                "{'text':'a\\u0000b','visibility':'public'} | 400 | /text          | a NUL",
                "{'text':'a\\ud800b','visibility':'public'} | 400 | /text          | half a character",
                "{'text':1e999999999,'visibility':'public'} | 400 | /text          | a number that fills the memory",
            })
    void a_comment_that_cannot_be_is_refused_where_it_is_wrong(
            String body, int status, String pointer, String because) {
        String sent = body == null ? "" : body.replace('\'', '"');

        Answer answer = post(path + "/comments", JSON, BodyPublishers.ofString(sent));

        assertProblem(answer, status, pointer);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "tickets      | {'subject':'a','comment':{'text':'b'},'group_id':'hardware'}               | /group_id                 | group of a ticket",
                "tickets      | {'subject':'a','comment':{'text':'b'},'brand_id':'brd_x'}                  | /brand_id                 | brand of a ticket",
                "tickets      | {'subject':'a','comment':{'text':'b'},'requester':{'id':'usr_'}}           | /requester/id             | requester of a ticket",
                "tickets      | {'subject':'a','comment':{'text':'b','attachment_ids':['x']}}              | /comment/attachment_ids/0 | file of a first comment",
                "users        | {'name':'a','organization_id':'ORG_1'}                                     | /organization_id          | organization of a user",
                "tokens       | {'name':'a','user_id':'me'}                                                | /user_id                  | user of a token",
                "tokens       | {'name':'a','brand_ids':['brd']}                                           | /brand_ids/0              | brand of a token",
                "sla-policies | {'name':'a','schedule_id':'office'}                                        | /schedule_id              | schedule of a policy",
                "routing-rules | {'name':'a','effects':{'group_id':'L1'}}                                  | /effects/group_id         | group of a rule",
                "support-addresses | {'address':'a@b.example','mail_channel_id':'1'}                       | /mail_channel_id          | channel of an address",
            })
    void a_malformed_id_is_refused_where_it_stands(String resource, String body, String pointer, String what) {
        Answer answer = post(resource, JSON, BodyPublishers.ofString(body.replace('\'', '"')));

        assertProblem(answer, 400, pointer);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("malformed_id");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        byte[] latin = "{\"text\":\"Grüße\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertProblem(post(path + "/comments", JSON, BodyPublishers.ofByteArray(latin)), 400, null);
    }

    @Test
    void json_as_deep_or_as_wide_as_a_bomb_is_refused() {
        String deep = "{\"text\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        StringBuilder wide = new StringBuilder("{\"text\":\"a\"");
        for (int i = 0; i < 50_000; i++) {
            wide.append(",\"k").append(i).append("\":1");
        }

        assertProblem(post(path + "/comments", JSON, BodyPublishers.ofString(deep)), 400, null);
        assertProblem(post(path + "/comments", JSON, BodyPublishers.ofString(wide + "}")), 400, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", MERGE})
    void a_body_in_another_form_is_refused(String mediaType) {
        Answer answer = post(path + "/comments", mediaType, BodyPublishers.ofString("{\"text\":\"a\"}"));

        assertProblem(answer, 415, null);
    }

    @Test
    void a_compressed_body_is_refused() {
        String body = "{\"text\":\"a\",\"visibility\":\"internal\"}";
        HttpRequest.Builder request = admin.request(path + "/comments")
                .header("Content-Type", JSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString(body));

        assertProblem(admin.send(request, body), 415, null);
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_or_not_it_says_how_long_it_is() {
        byte[] text = ("{\"text\":\"" + "a".repeat(1_048_576) + "\"}").getBytes(StandardCharsets.UTF_8);

        assertProblem(post(path + "/comments", JSON, BodyPublishers.ofByteArray(text)), 413, null);
        assertProblem(post(path + "/comments", JSON, streamed(text.length)), 413, null);
    }

    @ParameterizedTest
    @CsvSource({"attachments?file_name=big.bin, application/octet-stream", "inbound-mails, message/rfc822"})
    void a_file_over_forty_megabytes_is_refused_whether_or_not_it_says_how_long_it_is(String to, String mediaType) {
        int tooLong = 40 * 1_048_576 + 1;

        assertProblem(post(to, mediaType, BodyPublishers.ofByteArray(new byte[tooLong])), 413, null);
        assertProblem(post(to, mediaType, streamed(tooLong)), 413, null);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            nullValues = "-",
            value = {
                "-         | 428 | -        | no reading named",
                "\"999\"   | 412 | -        | an old reading",
                "W/\"0\"   | 412 | -        | a weak tag",
                "\"other\" | 412 | -        | a tag of something else",
                "0         | 400 | If-Match | no tag",
                "\"0\", \"1\" | 400 | If-Match | two tags",
            })
    void a_change_must_name_the_reading_it_is_based_on(String ifMatch, int status, String pointer, String because) {
        String change = "{\"priority\":\"low\"}";
        HttpRequest.Builder request =
                admin.request(path).header("Content-Type", MERGE).method("PATCH", BodyPublishers.ofString(change));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }

        assertProblem(admin.send(request, change), status, pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "assignment", "tags", "archive"})
    void no_part_of_a_ticket_is_changed_without_a_reading(String part) {
        String body =
                switch (part) {
                    case "status" -> "{\"status\":\"solved\"}";
                    case "assignment" -> "{\"agent_id\":\"usr_0198c0ffee0070008000000000009999\"}";
                    case "tags" -> "{\"tags\":[\"a\"]}";
                    default -> "";
                };
        HttpRequest.Builder request = admin.request(path + "/" + part).PUT(BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", JSON);
        }

        assertProblem(admin.send(request, body), 428, null);
    }

    @Test
    void a_key_that_is_none_or_was_used_for_something_else_is_refused() {
        String note = "{\"text\":\"a\",\"visibility\":\"internal\"}";

        assertProblem(keyed(" ", note), 400, "Idempotency-Key");
        assertProblem(keyed("k".repeat(256), note), 400, "Idempotency-Key");
        String key = UUID.randomUUID().toString();
        assertThat(keyed(key, "{}").status()).as("a refusal is not kept").isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "tickets?cursor=abc,            400, cursor",
        "tickets?cursor=%20,            400, cursor",
        "tickets?limit=0,               422, limit",
        "tickets?limit=many,            400, limit",
        "tickets?limit=1&limit=2,       400, limit",
        "tickets?colour=red,            400, colour",
        "tickets?status=opened,         400, status",
        "tickets?sort=password,         400, sort",
        "tickets?group_id=1,            400, group_id",
        "tickets?requester_id=%00,      400, requester_id",
        "tickets?updated_since=today,   400, updated_since",
        "agents?skill_id=printers,      400, skill_id",
        "audit-entries?subject_id=1,    400, subject_id",
    })
    void a_parameter_that_cannot_be_meant_is_refused_by_name(String address, int status, String pointer) {
        assertProblem(admin.tryGet(address), status, pointer);
    }

    @Test
    void a_cursor_is_good_for_the_list_it_came_from_and_no_other() {
        String next = admin.get("skills?limit=1").getString("next");
        String cursor = next.substring(next.indexOf("cursor="));

        assertThat(admin.tryGet("skills?limit=1&" + cursor).status()).isEqualTo(200);
        assertProblem(admin.tryGet("groups?limit=1&" + cursor), 400, "cursor");
        assertProblem(admin.tryGet("tickets?status=open&" + cursor), 400, "cursor");
        assertProblem(admin.tryGet("skills?limit=1&" + cursor.replaceFirst("=.", "=_")), 400, "cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    tickets/4711,                                    400",
        "GET,    tickets/tkt_0198C0FFEE0070008000000000009999,    400",
        "GET,    tickets/usr_0198c0ffee0070008000000000009999,    400",
        "GET,    tickets/tkt_0198c0ffee0070008000000000009999,    404",
        "GET,    no-such-thing,                                   404",
        "DELETE, tickets,                                         405",
        "PUT,    me,                                              405",
    })
    void an_address_that_leads_nowhere_is_told_from_one_that_cannot_be(String method, String address, int status) {
        HttpRequest.Builder request = admin.request(address).method(method, BodyPublishers.noBody());

        Answer answer = admin.send(request, "");

        assertProblem(answer, status, null);
    }

    private Answer post(String to, String mediaType, BodyPublisher body) {
        return admin.send(
                admin.request(to)
                        .header("Content-Type", mediaType)
                        .header("If-Match", "*")
                        .POST(body),
                "");
    }

    private Answer keyed(String key, String body) {
        return admin.send(
                admin.request(path + "/comments")
                        .header("Content-Type", JSON)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)),
                body);
    }

    /** In chunks, so that nobody is told the length before. */
    private static BodyPublisher streamed(int length) {
        return BodyPublishers.ofInputStream(() -> new InputStream() {

            private int left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }
        });
    }

    private static void assertProblem(Answer answer, int status, String pointer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonObject problem = answer.json();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("request_id")).isEqualTo(answer.header("X-Request-Id"));
        if (pointer != null) {
            assertThat(problem.getJsonArray("errors").getValuesAs(JsonObject.class))
                    .as(answer.body())
                    .extracting(error -> error.getString("pointer"))
                    .contains(pointer);
        }
    }

    private String state() {
        return admin.get(path + "?embed=comments").toString()
                + admin.get(path + "/events?limit=100").getJsonArray("items");
    }

    private JsonObject opened() {
        Answer answer = admin.post(
                "tickets",
                Json.createObjectBuilder()
                        .add("subject", "Untouched")
                        .add("comment", Json.createObjectBuilder().add("text", "Leave me as I am."))
                        .add("requester", Json.createObjectBuilder().add("email", "bad-input@example.org"))
                        .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return solved(answer);
    }

    /** Nobody but us has anything more to do with it. */
    private JsonObject solved(Answer opened) {
        String status = "tickets/" + opened.json().getString("id") + "/status";
        Answer answer = admin.put(
                status, Json.createObjectBuilder().add("status", "solved").build(), opened.header("ETag"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
