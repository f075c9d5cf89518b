package io.bilet.rest.ticket;

import io.bilet.access.CurrentCaller;
import io.bilet.access.Sight;
import io.bilet.field.CustomFields;
import io.bilet.flow.TicketReader;
import io.bilet.inbox.TicketFilter;
import io.bilet.platform.error.InvalidParameter;
import io.bilet.platform.typed.TypedValues;
import io.bilet.ticket.Description;
import io.bilet.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The custom fields of tickets as the caller sees and sets them: requesters know only those that are for them. */
@ApplicationScoped
class SeenTicketJson {

    private static final String MEMBER = "custom_fields";

    @Inject
    CustomFields fields;

    @Inject
    CurrentCaller caller;

    /** What a new ticket is to have; see {@link CustomFields#changed} for what is refused. */
    TypedValues opening(@Nullable JsonObject values) {
        return values == null
                ? TypedValues.NONE
                : fields.changed(TypedValues.NONE, values, caller.get().isRequester());
    }

    Description patched(Description present, JsonObject patch) {
        return patch.get(MEMBER) instanceof JsonObject changes
                ? present.withCustomFields(fields.changed(present.customFields(), changes, false))
                : present;
    }

    io.bilet.api.v1.model.Ticket shown(TicketReader.Seen seen) {
        return shown(seen.ticket(), caller.get().isRequester() || seen.sight() != Sight.FULL);
    }

    io.bilet.api.v1.model.Ticket shown(Ticket ticket) {
        return shown(ticket, caller.get().isRequester());
    }

    private io.bilet.api.v1.model.Ticket shown(Ticket ticket, boolean toRequester) {
        var json = TicketJson.of(ticket);
        TypedValues all = ticket.description().customFields();
        return toRequester && !all.isEmpty()
                ? json.customFields(all.only(fields.ofRequesters()).toJson())
                : json;
    }

    /**
     * A filter that asks only for fields the caller knows.
     *
     * @throws InvalidParameter if it asks for another
     */
    TicketFilter known(TicketFilter filter) {
        for (TicketFilter.Value value : filter.customFields()) {
            boolean known =
                    caller.get().isRequester() ? fields.ofRequesters().contains(value.key()) : fields.has(value.key());
            if (!known) {
                throw new InvalidParameter(
                        "custom_field", "unknown_field", "There is no custom field %s.".formatted(value.key()));
            }
        }
        return filter;
    }
}
