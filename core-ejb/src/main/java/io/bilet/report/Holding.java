package io.bilet.report;

import io.bilet.audit.AuditEntry;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whose a ticket was at each instant, as its record tells. */
final class Holding {

    private final NavigableMap<Instant, Holder> since = new TreeMap<>();
    private Holder present;

    Holding(Holder first) {
        present = first;
    }

    /** Takes over what the entry says about it, if it does. */
    void hear(AuditEntry entry) {
        JsonObject data = entry.data();
        present = switch (entry.type()) {
            case "ticket.assigned" ->
                present.withAgent(id(data, text -> UserId.parse(text).value()));
            case "ticket.updated" ->
                switch (data.getString("field")) {
                    case "group_id" ->
                        present.withGroup(id(data, text -> GroupId.parse(text).value()));
                    case "tier" -> present.withTier(Integer.parseInt(data.getString("to")));
                    default -> present;
                };
            default -> present;
        };
        since.put(entry.act().at(), present);
    }

    Holder present() {
        return present;
    }

    /** Whose it was then; who got it at that very instant already holds it. */
    Holder at(Instant instant) {
        var entry = since.floorEntry(instant);
        return entry == null ? present : entry.getValue();
    }

    private static @Nullable UUID id(JsonObject change, Function<String, UUID> read) {
        return change.get("to") instanceof JsonString text ? read.apply(text.getString()) : null;
    }
}
