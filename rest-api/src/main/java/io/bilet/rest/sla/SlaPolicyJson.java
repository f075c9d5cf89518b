package io.bilet.rest.sla;

import io.bilet.api.v1.model.NewSlaPolicy;
import io.bilet.api.v1.model.SlaMetric;
import io.bilet.api.v1.model.SlaPauses;
import io.bilet.api.v1.model.SlaTarget;
import io.bilet.api.v1.model.TicketPriority;
import io.bilet.api.v1.model.TicketStatus;
import io.bilet.api.v1.model.TimeKind;
import io.bilet.platform.json.StoredJson;
import io.bilet.rest.http.Patch;
import io.bilet.sla.policy.SlaPolicy;
import io.bilet.sla.policy.SlaPolicyAdmin.Draft;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SLA policies as the API shows and takes them; their terms are stored in the API's own form. */
public final class SlaPolicyJson {

    private SlaPolicyJson() {}

    static io.bilet.api.v1.model.SlaPolicy of(SlaPolicy policy) {
        JsonObject terms = policy.terms();
        return new io.bilet.api.v1.model.SlaPolicy()
                .id(policy.id().toString())
                .name(policy.listing().name())
                .position(policy.listing().position())
                .active(policy.listing().isActive())
                .condition(terms.getJsonObject("condition"))
                .scheduleId(terms.getString("schedule_id", null))
                .targets(each(terms, "targets").map(SlaPolicyJson::target).toList())
                .pauses(pauses(terms.getJsonObject("pauses")))
                .warnings(each(terms, "warnings").map(SlaWarningJson::of).toList())
                .createdAt(policy.listing().createdAt())
                .updatedAt(policy.listing().updatedAt())
                .version(policy.version());
    }

    private static Stream<JsonObject> each(JsonObject terms, String list) {
        return terms.getJsonArray(list).getValuesAs(JsonObject.class).stream();
    }

    private static SlaTarget target(JsonObject target) {
        return new SlaTarget()
                .metric(SlaMetric.fromValue(target.getString("metric")))
                .priority(TicketPriority.fromValue(target.getString("priority")))
                .target(target.getString("target"))
                .time(TimeKind.fromValue(target.getString("time")));
    }

    private static SlaPauses pauses(JsonObject pauses) {
        return new SlaPauses()
                .firstReplyTime(statuses(pauses, "first_reply_time"))
                .nextReplyTime(statuses(pauses, "next_reply_time"))
                .periodicUpdateTime(statuses(pauses, "periodic_update_time"))
                .pausableUpdateTime(statuses(pauses, "pausable_update_time"))
                .requesterWaitTime(statuses(pauses, "requester_wait_time"))
                .agentWorkTime(statuses(pauses, "agent_work_time"))
                .totalResolutionTime(statuses(pauses, "total_resolution_time"))
                .groupOwnershipTime(statuses(pauses, "group_ownership_time"));
    }

    private static @Nullable List<TicketStatus> statuses(JsonObject pauses, String metric) {
        JsonArray names = pauses.getJsonArray(metric);
        return names == null
                ? null
                : names.getValuesAs(JsonString.class).stream()
                        .map(name -> TicketStatus.fromValue(name.getString()))
                        .toList();
    }

    public static Draft toDraft(NewSlaPolicy body) {
        JsonObjectBuilder terms = StoredJson.object().add("condition", body.getCondition());
        if (body.getScheduleId() != null) {
            terms.add("schedule_id", body.getScheduleId());
        }
        JsonArrayBuilder targets = StoredJson.array();
        body.getTargets().forEach(target -> targets.add(toJson(target)));
        terms.add("targets", targets).add("pauses", toJson(body.getPauses()));
        JsonArrayBuilder warnings = StoredJson.array();
        if (body.getWarnings() != null) {
            body.getWarnings().forEach(warning -> warnings.add(SlaWarningJson.toJson(warning)));
        }
        terms.add("warnings", warnings);
        return new Draft(body.getName(), body.getPosition(), !Boolean.FALSE.equals(body.getActive()), terms.build());
    }

    private static JsonObject toJson(SlaTarget target) {
        JsonObjectBuilder json = StoredJson.object()
                .add("metric", target.getMetric().value())
                .add("priority", target.getPriority().value())
                .add("target", target.getTarget());
        return (target.getTime() == null
                        ? json
                        : json.add("time", target.getTime().value()))
                .build();
    }

    private static JsonObject toJson(@Nullable SlaPauses pauses) {
        JsonObjectBuilder json = StoredJson.object();
        if (pauses != null) {
            add(json, "first_reply_time", pauses.getFirstReplyTime());
            add(json, "next_reply_time", pauses.getNextReplyTime());
            add(json, "periodic_update_time", pauses.getPeriodicUpdateTime());
            add(json, "pausable_update_time", pauses.getPausableUpdateTime());
            add(json, "requester_wait_time", pauses.getRequesterWaitTime());
            add(json, "agent_work_time", pauses.getAgentWorkTime());
            add(json, "total_resolution_time", pauses.getTotalResolutionTime());
            add(json, "group_ownership_time", pauses.getGroupOwnershipTime());
        }
        return json.build();
    }

    private static void add(JsonObjectBuilder json, String metric, @Nullable List<TicketStatus> statuses) {
        if (statuses != null) {
            json.add(
                    metric,
                    StoredJson.array(statuses.stream().map(TicketStatus::value).toList()));
        }
    }

    /** The policy with what the patch names changed; the condition and lists are replaced as a whole. */
    static Draft patched(Draft present, JsonObject body) {
        var patch = new Patch(body);
        JsonObjectBuilder terms = StoredJson.object();
        present.terms().forEach(terms::add);
        for (String member : List.of("condition", "schedule_id", "targets", "warnings")) {
            if (patch.clears(member)) {
                terms.remove(member);
            } else if (patch.names(member)) {
                terms.add(member, body.get(member));
            }
        }
        if (patch.names("pauses")) {
            terms.add("pauses", merged(present.terms().getJsonObject("pauses"), patch.inner("pauses")));
        }
        return new Draft(
                patch.text("name", present.name()),
                patch.names("position") ? Integer.valueOf(body.getInt("position")) : present.position(),
                patch.truth("active", present.active()),
                terms.build());
    }

    private static JsonObject merged(JsonObject present, Optional<Patch> patch) {
        JsonObjectBuilder pauses = StoredJson.object();
        if (patch.isPresent()) {
            present.forEach(pauses::add);
            patch.get().json().forEach((metric, statuses) -> {
                if (statuses.equals(JsonValue.NULL)) {
                    pauses.remove(metric);
                } else {
                    pauses.add(metric, statuses);
                }
            });
        }
        return pauses.build();
    }
}
