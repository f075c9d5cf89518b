package io.bilet.ticket;

import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;

/**
 * An agent used a macro; what it did follows in the record.
 *
 * @param version which of its wordings
 */
public record MacroApplied(String macroId, String name, int version) implements TicketEvent.Notice {

    @Override
    public String type() {
        return "ticket.macro_applied";
    }

    @Override
    public JsonObject data() {
        return StoredJson.object()
                .add("macro_id", macroId)
                .add("macro_name", name)
                .add("macro_version", version)
                .build();
    }
}
