package io.bilet.rest.trial;

import io.bilet.api.v1.model.Finding;
import io.bilet.api.v1.model.FindingClock;
import io.bilet.api.v1.model.FindingField;
import io.bilet.api.v1.model.NewRoutingRule;
import io.bilet.api.v1.model.NewSlaPolicy;
import io.bilet.api.v1.model.NewTrial;
import io.bilet.api.v1.model.SlaMetric;
import io.bilet.api.v1.model.Trial;
import io.bilet.job.Job;
import io.bilet.platform.json.StoredJson;
import io.bilet.rest.routing.RoutingRuleJson;
import io.bilet.rest.sla.SlaPolicyJson;
import io.bilet.trial.FindingRow;
import io.bilet.trial.TrialDraft;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Trials as the API shows and takes them. */
final class TrialJson {

    private TrialJson() {}

    static TrialDraft toDraft(NewTrial body) {
        List<NewRoutingRule> rules = body.getRoutingRules();
        List<NewSlaPolicy> policies = body.getSlaPolicies();
        return new TrialDraft(
                body.getStart(),
                body.getEnd(),
                rules == null
                        ? null
                        : rules.stream()
                                .filter(TrialJson::isAsked)
                                .map(TrialJson::rule)
                                .toList(),
                policies == null
                        ? null
                        : policies.stream()
                                .map(SlaPolicyJson::toDraft)
                                .filter(draft -> draft.active())
                                .map(draft -> draft.terms())
                                .toList());
    }

    private static boolean isAsked(NewRoutingRule rule) {
        return !Boolean.FALSE.equals(rule.getActive());
    }

    private static JsonObject rule(NewRoutingRule rule) {
        var draft = RoutingRuleJson.toDraft(rule);
        return StoredJson.object()
                .add("condition", Objects.requireNonNull(draft.condition()))
                .add("effects", Objects.requireNonNull(draft.effects()))
                .build();
    }

    static Trial of(Job job) {
        JsonObject sums = job.sums();
        return new Trial()
                .id(job.id().toString())
                .start(Instant.parse(job.draft().getString("from")))
                .end(Instant.parse(job.draft().getString("to")))
                .played(job.done())
                .elsewhere((long) sums.getInt("elsewhere", 0))
                .dueOtherwise((long) sums.getInt("due_otherwise", 0))
                .breachesGained((long) sums.getInt("breaches_gained", 0))
                .breachesAvoided((long) sums.getInt("breaches_avoided", 0));
    }

    static Finding of(FindingRow row) {
        return new Finding()
                .ticketId(row.ticket().toString())
                .ticketNumber(row.number())
                .fields(row.difference().getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                        .map(TrialJson::field)
                        .toList())
                .clocks(row.difference().getJsonArray("clocks").getValuesAs(JsonObject.class).stream()
                        .map(TrialJson::clock)
                        .toList());
    }

    private static FindingField field(JsonObject field) {
        return new FindingField()
                .field(field.getString("field"))
                .recorded(field.get("recorded"))
                .drafted(field.get("drafted"));
    }

    private static FindingClock clock(JsonObject clock) {
        return new FindingClock()
                .metric(SlaMetric.fromValue(clock.getString("metric")))
                .cycle(clock.getInt("cycle"))
                .recordedDueAt(instant(clock, "recorded_due_at"))
                .draftedDueAt(instant(clock, "drafted_due_at"))
                .recordedBreach(clock.getBoolean("recorded_breach"))
                .draftedBreach(clock.getBoolean("drafted_breach"));
    }

    private static @Nullable Instant instant(JsonObject clock, String name) {
        String text = clock.getString(name, null);
        return text == null ? null : Instant.parse(text);
    }
}
