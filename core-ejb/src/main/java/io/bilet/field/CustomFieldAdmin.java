package io.bilet.field;

import io.bilet.condition.FieldUses;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.typed.IndexedValueRepository;
import io.bilet.platform.typed.ValueTable;
import io.bilet.platform.typed.ValueType;
import io.bilet.ticket.TicketFacts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Adds, changes and removes custom fields; one change at a time, over all nodes. */
@Stateless
public class CustomFieldAdmin {

    /** More than anybody fills in; bounds what a ticket carries. */
    static final int FIELDS_MAX = 100;

    @Inject
    private CustomFieldRepository fields;

    @Inject
    private IndexedValueRepository values;

    @Inject
    private FieldUses uses;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    /**
     * Adds a field; it can be filled in at once.
     *
     * @param terms in the form of {@link CustomField#terms()}
     * @throws InvalidInput naming what contradicts itself
     * @throws Conflict if the key is taken, or there are too many
     */
    public CustomField create(String key, ValueType type, JsonObject terms) {
        stamp.raise(CustomFields.AREA);
        if (fields.count() >= FIELDS_MAX) {
            throw new Conflict("There are at most %d custom fields.".formatted(FIELDS_MAX));
        }
        if (fields.isKeyTaken(key)) {
            throw new Conflict("Another custom field has this key.");
        }
        CustomField field = new CustomField(CustomFieldId.next(), key, type, terms, clock.instant());
        fields.add(field);
        return field;
    }

    /**
     * Changes a field; values that tickets have stay as they are.
     *
     * @param on whether it can be filled in from now on; null leaves that as it is
     * @throws Conflict if it would be switched off, or lose a choice, while something asks about it
     */
    public CustomField update(
            CustomFieldId id,
            Optional<Integer> expectedVersion,
            @Nullable Boolean on,
            UnaryOperator<JsonObject> change) {
        stamp.raise(CustomFields.AREA);
        CustomField field = fields.get(id);
        field.requireVersion(expectedVersion);
        Instant now = clock.instant();
        var before = field.read().rules().choices();
        boolean wasActive = field.isActive();
        field.agree(change.apply(field.terms()), now);
        if (on != null) {
            field.turn(on, now);
        }
        boolean loses = !field.read().rules().choices().containsAll(before) || (wasActive && !field.isActive());
        if (loses) {
            uses.requireNone(TicketFacts.CUSTOM_FIELDS + field.key());
        }
        fields.flush();
        return field;
    }

    /**
     * Removes a field that was never filled in.
     *
     * @throws Conflict if a ticket has a value of it, or something asks about it
     */
    public void remove(CustomFieldId id, Optional<Integer> expectedVersion) {
        stamp.raise(CustomFields.AREA);
        CustomField field = fields.get(id);
        field.requireVersion(expectedVersion);
        uses.requireNone(TicketFacts.CUSTOM_FIELDS + field.key());
        if (values.isUsed(ValueTable.OF_TICKETS, field.key())) {
            throw new Conflict("Tickets have values of this field; switch it off instead.");
        }
        fields.remove(field);
    }
}
