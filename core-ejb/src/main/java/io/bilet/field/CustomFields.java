package io.bilet.field;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.bilet.condition.ChangingFields;
import io.bilet.condition.Field;
import io.bilet.platform.config.ConfigCache;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.typed.TypedValues;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The active custom fields in memory, so that a ticket without values costs no statement. */
@ApplicationScoped
public class CustomFields implements ChangingFields {

    /** Raised with every change of a custom field. */
    static final String AREA = "custom_fields";

    private static final String POINTER = "/custom_fields/";

    @Inject
    private ConfigStamp stamp;

    @Inject
    private CustomFieldRepository stored;

    private final ConfigCache<Known> known = new ConfigCache<>(area -> stamp.version(area), this::load, AREA);

    /** The active fields by key, and as conditions see them. */
    private record Known(Map<String, FieldTerms> byKey, Map<String, Field> asked) {}

    private Known load() {
        Map<String, FieldTerms> byKey =
                stored.active().stream().collect(toUnmodifiableMap(CustomField::key, CustomField::read));
        return new Known(
                byKey,
                byKey.values().stream().map(FieldTerms::asked).collect(toUnmodifiableMap(Field::name, field -> field)));
    }

    private Map<String, FieldTerms> active() {
        return known.get().byKey();
    }

    @Override
    public Map<String, Field> present() {
        return known.get().asked();
    }

    /**
     * Values with some changed; null takes one away.
     *
     * @param byRequester whether a requester changes them, who knows only the fields that are for requesters
     * @throws InvalidInput naming every field that is not known or breaks a rule
     */
    public TypedValues changed(TypedValues present, JsonObject changes, boolean byRequester) {
        Map<String, @Nullable JsonValue> accepted = new HashMap<>();
        List<FieldError> errors = new ArrayList<>();
        changes.forEach((key, value) -> {
            boolean clears = value.equals(JsonValue.NULL);
            FieldTerms terms = active().get(key);
            try {
                if (!clears || !present.keys().contains(key)) {
                    FieldTerms known = requireKnown(terms, key, byRequester);
                    accepted.put(key, clears ? null : known.rules().accept(value, POINTER + key));
                } else {
                    accepted.put(key, null);
                }
            } catch (InvalidInput refused) {
                errors.addAll(refused.errors());
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return accepted.isEmpty() ? present : present.with(accepted);
    }

    private static FieldTerms requireKnown(@Nullable FieldTerms terms, String key, boolean byRequester) {
        if (terms == null || (byRequester && !terms.forRequesters())) {
            throw new InvalidInput(POINTER + key, "unknown_field", "There is no such custom field.");
        }
        return terms;
    }

    /** The values with which a ticket begins. */
    public TypedValues withDefaults(TypedValues given) {
        Map<String, @Nullable JsonValue> missing = new TreeMap<>();
        active().forEach((key, terms) -> {
            if (terms.otherwise() != null && !given.keys().contains(key)) {
                missing.put(key, terms.otherwise());
            }
        });
        return missing.isEmpty() ? given : given.with(missing);
    }

    /**
     * Refuses to move a ticket to a status while a field is empty that is needed there.
     *
     * @throws InvalidInput naming each of them
     */
    public void requireFor(TicketStatus next, Ticket ticket) {
        if (next != ticket.status()) {
            requireAll(next, ticket.description().customFields(), "/status");
        }
    }

    /** As for a move to the status that the ticket has, if its values change. */
    public void requireFor(TicketStatus status, TypedValues before, TypedValues after) {
        if (!before.equals(after)) {
            requireAll(status, after, null);
        }
    }

    private void requireAll(TicketStatus status, TypedValues values, @Nullable String pointer) {
        List<FieldError> missing = new ArrayList<>();
        new TreeMap<>(active()).forEach((key, terms) -> {
            if (terms.requiredFor().contains(status) && !values.keys().contains(key)) {
                missing.add(new FieldError(
                        pointer == null ? POINTER + key : pointer,
                        "field_needed",
                        "The custom field %s is needed in this status.".formatted(key)));
            }
        });
        if (!missing.isEmpty()) {
            throw new InvalidInput(missing);
        }
    }

    /** Whether there is such a field. */
    public boolean has(String key) {
        return active().containsKey(key);
    }

    /** The keys of the fields that requesters see. */
    public Set<String> ofRequesters() {
        return active().entrySet().stream()
                .filter(one -> one.getValue().forRequesters())
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }
}
