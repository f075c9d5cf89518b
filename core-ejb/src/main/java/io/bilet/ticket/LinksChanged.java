package io.bilet.ticket;

import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import jakarta.json.JsonObject;

/**
 * The ticket is linked with another one now, or no longer.
 *
 * @param link what the ticket is to the other
 * @param linked whether it is from now on
 */
public record LinksChanged(LinkType link, TicketId other, boolean linked) implements TicketEvent.Notice {

    @Override
    public String type() {
        return "ticket.links_changed";
    }

    @Override
    public JsonObject data() {
        String shown = Wire.of(link) + " " + other;
        var json = StoredJson.object().add("field", "links");
        json = linked
                ? json.addNull("from").add("to", shown)
                : json.add("from", shown).addNull("to");
        return json.build();
    }
}
