package io.bilet.rest.automation;

import io.bilet.api.v1.model.RuleTrouble;
import io.bilet.automation.ActingRule;
import io.bilet.automation.RuleDraft;
import io.bilet.decision.RuleRecord;
import io.bilet.platform.json.StoredJson;
import io.bilet.ticket.TicketId;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all acting rules have in common, as the API shows and takes it. */
final class RuleJson {

    private RuleJson() {}

    static List<JsonObject> actions(ActingRule rule) {
        return rule.actions().getValuesAs(JsonObject.class);
    }

    static JsonArray toJson(List<JsonObject> actions) {
        JsonArrayBuilder json = StoredJson.array();
        actions.forEach(json::add);
        return json.build();
    }

    /** What a patch changes; condition and actions are replaced as a whole. */
    static RuleDraft toDraft(JsonObject patch) {
        return new RuleDraft(
                patch.getString("name", null),
                category(patch),
                patch.get("position") instanceof JsonNumber number ? number.intValueExact() : null,
                patch.containsKey("active") ? patch.getBoolean("active") : null,
                patch.get("condition") instanceof JsonObject condition ? condition : null,
                patch.get("actions") instanceof JsonArray actions ? actions : null);
    }

    /** Null takes it out of its category. */
    private static @Nullable String category(JsonObject patch) {
        return patch.containsKey("category") ? patch.getString("category", "") : null;
    }

    static io.bilet.api.v1.model.RuleRecord of(RuleRecord did) {
        return new io.bilet.api.v1.model.RuleRecord()
                .acted(did.acted())
                .failed(did.failed())
                .lastActedAt(did.lastActedAt())
                .trouble(did.trouble()
                        .map(trouble -> new RuleTrouble()
                                .at(trouble.at())
                                .ticketId(new TicketId(trouble.ticketId()).toString())
                                .code(trouble.code())
                                .detail(trouble.detail()))
                        .orElse(null));
    }
}
