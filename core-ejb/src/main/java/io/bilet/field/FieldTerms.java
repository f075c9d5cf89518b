package io.bilet.field;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.bilet.condition.Field;
import io.bilet.condition.TypedFields;
import io.bilet.platform.json.Wire;
import io.bilet.platform.typed.ValueRules;
import io.bilet.platform.typed.ValueType;
import io.bilet.ticket.TicketFacts;
import io.bilet.ticket.TicketStatus;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a custom field, ready to be asked.
 *
 * @param requiredFor statuses to which nobody moves a ticket without it
 * @param otherwise what a ticket begins with if nobody says anything; null is nothing
 * @param forRequesters whether requesters see it, and may fill it in when they ask
 * @param asked how conditions see it
 */
record FieldTerms(
        ValueRules rules,
        Set<TicketStatus> requiredFor,
        @Nullable JsonValue otherwise,
        boolean forRequesters,
        Field asked) {

    static FieldTerms read(String key, ValueType type, JsonObject terms) {
        ValueRules rules = ValueRules.read(type, terms);
        JsonValue otherwise = terms.get("default_value");
        return new FieldTerms(
                rules,
                terms
                        .getOrDefault("required_for", JsonValue.EMPTY_JSON_ARRAY)
                        .asJsonArray()
                        .getValuesAs(JsonString.class)
                        .stream()
                        .map(status -> Wire.read(TicketStatus.class, status.getString(), "/required_for"))
                        .collect(toUnmodifiableSet()),
                otherwise == null ? null : rules.accept(otherwise, "/default_value"),
                terms.getBoolean("for_requesters", false),
                TypedFields.of(TicketFacts.CUSTOM_FIELDS + key, rules, "Custom field of the ticket."));
    }
}
