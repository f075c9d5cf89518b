package io.bilet.rest.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.api.v1.model.NewSlaPolicy;
import io.bilet.api.v1.model.SlaMetric;
import io.bilet.api.v1.model.SlaPauses;
import io.bilet.api.v1.model.SlaTarget;
import io.bilet.api.v1.model.SlaWarning;
import io.bilet.api.v1.model.TicketPriority;
import io.bilet.api.v1.model.TicketStatus;
import io.bilet.platform.json.StoredJson;
import io.bilet.sla.policy.SlaPolicyAdmin.Draft;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlaPolicyJsonTest {

    private static final JsonObject TERMS = StoredJson.readObject("""
            {"condition": {"all": []}, "schedule_id": "sch_1",
             "targets": [{"metric": "first_reply_time", "priority": "high", "target": "PT1H"}],
             "pauses": {"next_reply_time": ["pending"], "total_resolution_time": ["pending", "on_hold"]},
             "warnings": [{"before": "PT15M"}]}
            """);

    private static final Draft PRESENT = new Draft("Gold", 7, true, TERMS);

    @Test
    void a_new_policy_is_taken_as_it_is_written() {
        var body = new NewSlaPolicy()
                .name("Gold")
                .condition(StoredJson.readObject("{\"all\": []}"))
                .scheduleId("sch_1")
                .targets(List.of(new SlaTarget()
                        .metric(SlaMetric.FIRST_REPLY_TIME)
                        .priority(TicketPriority.HIGH)
                        .target("PT1H")))
                .pauses(new SlaPauses()
                        .nextReplyTime(List.of(TicketStatus.PENDING))
                        .totalResolutionTime(List.of(TicketStatus.PENDING, TicketStatus.ON_HOLD)))
                .warnings(List.of(new SlaWarning().before("PT15M")));

        assertThat(SlaPolicyJson.toDraft(body)).isEqualTo(new Draft("Gold", null, true, TERMS));
    }

    @Test
    void a_new_policy_is_on_unless_it_says_otherwise() {
        var body = new NewSlaPolicy()
                .name("Gold")
                .condition(StoredJson.readObject("{\"all\": []}"))
                .targets(List.of());
        body.setActive(null);

        assertThat(SlaPolicyJson.toDraft(body).active()).isTrue();
    }

    @Test
    void an_empty_patch_changes_nothing() {
        assertThat(patched("{}")).isEqualTo(PRESENT);
    }

    @Test
    void a_patch_replaces_condition_and_lists_and_leaves_the_rest() {
        Draft next = patched("""
                {"condition": {"any": [{"field": "ticket.channel", "operator": "is", "value": "email"}]}, "warnings": []}
                """);

        assertThat(next.terms().getJsonObject("condition")).containsOnlyKeys("any");
        assertThat(next.terms().getJsonArray("warnings")).isEmpty();
        assertThat(next.terms().get("targets")).isEqualTo(TERMS.get("targets"));
        assertThat(next.terms().getString("schedule_id")).isEqualTo("sch_1");
    }

    @Test
    void a_patch_merges_pauses_metric_by_metric_and_null_clears() {
        Draft next = patched("""
                {"schedule_id": null, "pauses": {"total_resolution_time": null, "first_reply_time": ["pending"]}}
                """);

        assertThat(next.terms()).doesNotContainKey("schedule_id");
        assertThat(next.terms().getJsonObject("pauses"))
                .isEqualTo(StoredJson.readObject(
                        "{\"next_reply_time\": [\"pending\"], \"first_reply_time\": [\"pending\"]}"));
    }

    @Test
    void a_patch_moves_and_switches() {
        Draft next = patched("{\"position\": 3, \"active\": false, \"name\": \"Silver\"}");

        assertThat(next).isEqualTo(new Draft("Silver", 3, false, TERMS));
    }

    private static Draft patched(String patch) {
        return SlaPolicyJson.patched(PRESENT, StoredJson.readObject(patch));
    }
}
