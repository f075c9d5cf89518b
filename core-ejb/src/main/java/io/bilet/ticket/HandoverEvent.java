package io.bilet.ticket;

import io.bilet.people.UserId;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A ticket went from hand to hand; who owns it then, the next entries of its record say. */
public sealed interface HandoverEvent extends TicketEvent.Passage {

    /** Its owner gave the ticket on, and with it what is promised. */
    record HandedOver(HandoverId handoverId, UserId from, Handover.To to) implements HandoverEvent {
        @Override
        public String type() {
            return "ticket.handed_over";
        }

        @Override
        public JsonObject data() {
            var json = StoredJson.object()
                    .add("handover_id", handoverId.toString())
                    .add("from_agent_id", from.toString())
                    .add("reason", to.reason());
            to.agent().ifPresent(agent -> json.add("to_agent_id", agent.toString()));
            to.group().ifPresent(group -> json.add("to_group_id", group.toString()));
            return json.build();
        }
    }

    /** It is settled whether whoever was given the ticket took it. */
    record ReceiptSettled(
            HandoverId handoverId,
            Receipt receipt,
            @Nullable String reason) implements HandoverEvent {
        @Override
        public String type() {
            return "ticket.handover_" + Wire.of(receipt);
        }

        @Override
        public JsonObject data() {
            var json = StoredJson.object().add("handover_id", handoverId.toString());
            return (reason == null ? json : json.add("reason", reason)).build();
        }
    }
}
