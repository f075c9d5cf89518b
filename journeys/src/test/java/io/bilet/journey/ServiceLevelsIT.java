package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What policies and schedules do by themselves while a ticket waits. */
@Journey
class ServiceLevelsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final String tag = "served-" + UUID.randomUUID();
    private final DeskDriver admin = DeskDriver.asAdmin();

    @Test
    void a_warning_acts_and_says_why() {
        created("sla-policies", """
                {'name': '%1$s', 'position': 1, 'condition': %2$s,
                 'targets': [{'metric': 'first_reply_time', 'priority': 'normal', 'target': 'PT1M'},
                             {'metric': 'first_reply_time', 'priority': 'urgent', 'target': 'PT1H'},
                             {'metric': 'requester_wait_time', 'priority': 'urgent', 'target': 'PT8H'}],
                 'warnings': [{'percent': 5, 'actions': {'tags': ['at-risk'], 'priority': 'urgent'}}]}""".formatted(tag, tagged()));
        String ticket = opened();

        await("the warning")
                .atMost(SOON)
                .until(() -> ticket(ticket).getString("priority").equals("urgent"));

        assertThat(ticket(ticket).getJsonArray("tags").toString()).contains("at-risk");
        assertThat(items("tickets/" + ticket + "/decisions"))
                .filteredOn(decision -> decision.containsKey("evaluation")
                        && decision.getJsonObject("evaluation").containsKey("warning"))
                .singleElement()
                .satisfies(
                        decision -> assertThat(decision.getJsonArray("effects")).hasSize(2));
        assertThat(clocks(ticket))
                .extracting(clock -> clock.getString("metric"))
                .contains("first_reply_time", "requester_wait_time", "total_resolution_time");
        assertThat(clocks(ticket)).allSatisfy(clock -> {
            long ran = clock.getJsonArray("responsible").getValuesAs(JsonObject.class).stream()
                    .mapToLong(share -> share.getInt("elapsed_seconds"))
                    .sum();
            assertThat(ran).isBetween(clock.getInt("elapsed_seconds") - 5L, (long) clock.getInt("elapsed_seconds"));
        });
        assertThat(wrongClocks())
                .extracting(wrong -> wrong.getString("ticket_id"))
                .doesNotContain(ticket);
    }

    @Test
    void a_schedule_that_changes_moves_what_is_due() {
        String schedule = created("schedules", """
                {'name': '%s', 'time_zone': 'UTC', 'intervals': %s}""".formatted(tag, everyDay("[['00:00', '24:00']]")));
        created("sla-policies", """
                {'name': '%1$s', 'position': 1, 'condition': %2$s, 'schedule_id': '%3$s',
                 'targets': [{'metric': 'first_reply_time', 'priority': 'normal', 'target': 'PT72H'}]}""".formatted(tag, tagged(), schedule));
        String ticket = opened();
        String before = ticket(ticket).getString("due_at");

        Answer answer = admin.patch(
                "schedules/" + schedule, json("{'intervals': %s}".formatted(everyDay("[['09:00', '21:00']]"))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);

        await("the new due time")
                .atMost(SOON)
                .until(() -> !ticket(ticket).getString("due_at").equals(before));
        assertThat(items("tickets/" + ticket + "/clock-events"))
                .filteredOn(event -> event.getString("cause").equals("schedule_changed"))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.getString("previous_due_at")).isEqualTo(before));
        Answer refused = admin.delete("schedules/" + schedule);
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    }

    @Test
    void public_holidays_close_a_schedule_and_an_exception_opens_it() {
        String office = created("schedules", """
                {'name': '%s', 'time_zone': 'Europe/Berlin', 'intervals': %s,
                 'public_holidays_of': [{'country': 'DE', 'region': 'by'}],
                 'exceptions': [{'date': '2027-03-26', 'name': 'Stocktaking', 'intervals': [['09:00', '11:00']]}]}""".formatted(tag, everyDay("[['09:00', '17:00']]")));

        JsonObject answers =
                admin.post("schedules/" + office + "/calculations", json("""
                        {'items': [{'start': '2027-01-06T00:00:00Z', 'end': '2027-01-07T00:00:00Z'},
                                   {'start': '2027-01-07T00:00:00Z', 'end': '2027-01-08T00:00:00Z'},
                                   {'start': '2027-03-26T00:00:00Z', 'end': '2027-03-27T00:00:00Z'}]}""")).json();

        assertThat(answers).isEqualTo(json("""
                {'items': [{'business_seconds': 0}, {'business_seconds': 28800}, {'business_seconds': 7200}]}"""));
        assertThat(admin.post("schedules", json("""
                        {'name': 'Nowhere', 'time_zone': 'UTC', 'intervals': {'mon': [['09:00', '17:00']]},
                         'public_holidays_of': [{'country': 'DE', 'region': 'mars'}]}""")).status()).isEqualTo(422);
    }

    private List<JsonObject> wrongClocks() {
        List<JsonObject> wrong = new ArrayList<>();
        String next = "clock-checks?limit=100";
        while (next != null) {
            JsonObject page = admin.get(next);
            wrong.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
            next = page.containsKey("next") ? page.getString("next").replaceFirst(".*/api/v1/", "") : null;
        }
        return wrong;
    }

    private static String everyDay(String intervals) {
        return "{'mon': %1$s, 'tue': %1$s, 'wed': %1$s, 'thu': %1$s, 'fri': %1$s, 'sat': %1$s, 'sun': %1$s}"
                .formatted(intervals);
    }

    private String tagged() {
        return "{'field': 'ticket.tags', 'operator': 'includes_any', 'value': ['%s']}".formatted(tag);
    }

    private String opened() {
        return created("tickets", """
                {'subject': 'Served', 'comment': {'text': 'It does not turn on.'},
                 'requester': {'email': 'customer@example.org'}, 'tags': ['%s']}""".formatted(tag));
    }

    private String created(String path, String wanted) {
        Answer answer = admin.post(path, json(wanted));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getString("id");
    }

    private JsonObject ticket(String id) {
        return admin.get("tickets/" + id);
    }

    private List<JsonObject> clocks(String ticket) {
        return items("tickets/" + ticket + "/clocks");
    }

    private List<JsonObject> items(String path) {
        return admin.get(path).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
