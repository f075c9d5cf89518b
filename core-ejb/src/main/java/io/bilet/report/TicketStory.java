package io.bilet.report;

import static io.bilet.report.MeasureKind.BREACH;
import static io.bilet.report.MeasureKind.OPENED;
import static io.bilet.report.MeasureKind.PROMISE_BROKEN;
import static io.bilet.report.MeasureKind.PROMISE_KEPT;

import io.bilet.audit.AuditEntry;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.TicketStatus;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the record of a ticket from its first entry to its last, and says what there is to count and to time. */
final class TicketStory {

    private final TicketRow ticket;
    private final Holding holding;
    private final StatusSpans spans;
    private final Replies replies;
    private final Solutions solutions;
    private final Stays stays = new Stays();
    private final List<Measure> measures = new ArrayList<>();
    private final List<JsonObject> breaches = new ArrayList<>();

    private TicketStory(TicketRow ticket, List<AuditEntry> record, Hours hours) {
        this.ticket = ticket;
        Instant created = ticket.createdAt();
        holding = new Holding(new Holder(null, null, firstTier(record)));
        spans = new StatusSpans(created, hours);
        replies = new Replies(ticket, hours);
        solutions = new Solutions(created, hours);
    }

    /**
     * What the record says.
     *
     * @param record all of it, in order
     */
    static Measured of(TicketRow ticket, List<AuditEntry> record, Hours hours) {
        if (ticket.spam()) {
            return Measured.NOTHING;
        }
        var story = new TicketStory(ticket, record, hours);
        record.forEach(story::hear);
        return story.told();
    }

    private int firstTier(List<AuditEntry> record) {
        return record.stream()
                .filter(TicketStory::isTierMove)
                .map(entry -> Integer.valueOf(entry.data().getString("from")))
                .findFirst()
                .orElse(ticket.tier());
    }

    private void hear(AuditEntry entry) {
        Instant at = entry.act().at();
        JsonObject data = entry.data();
        Holder before = holding.present();
        holding.hear(entry);
        if (before.group() != null && holding.present().tier() > before.tier()) {
            solutions.escalated(at);
        }
        switch (entry.type()) {
            case "ticket.comment_added" -> measures.addAll(replies.hear(entry, spans.present(), holding.present()));
            case "ticket.status_changed" -> move(status(data, "from"), status(data, "to"), at);
            case "ticket.sla_breached" -> breaches.add(data);
            case "ticket.promise_kept" -> measures.add(Measure.counted(PROMISE_KEPT, at, holding.present()));
            case "ticket.promise_broken" ->
                measures.add(Measure.counted(PROMISE_BROKEN, instant(data, "response_due_at"), holding.present()));
            default -> {
                // says nothing that is counted
            }
        }
        stays.stand(!spans.present().isSettled(), holding.present(), at);
    }

    private void move(TicketStatus from, TicketStatus to, Instant at) {
        spans.moveTo(to, at);
        if (to == TicketStatus.SOLVED) {
            solutions.solved(at, holding.present(), spans, replies.count());
        } else if (from == TicketStatus.SOLVED && to != TicketStatus.CLOSED) {
            solutions.reopened(at, holding.present());
        }
    }

    /** A breach is about who held the ticket when it fell due, however late that was noticed. */
    private Measured told() {
        List<Measure> all = new ArrayList<>();
        all.add(Measure.counted(OPENED, ticket.createdAt(), holding.at(ticket.createdAt())));
        all.addAll(measures);
        for (JsonObject breach : breaches) {
            Instant due = instant(breach, "due_at");
            all.add(new Measure(BREACH, due, null, breach.getString("metric"), holding.at(due)));
        }
        all.addAll(solutions.all());
        return new Measured(all, stays.all());
    }

    private static boolean isTierMove(AuditEntry entry) {
        return entry.type().equals("ticket.updated")
                && entry.data().getString("field").equals("tier")
                && !entry.data().isNull("from");
    }

    private static TicketStatus status(JsonObject change, String side) {
        return Wire.read(TicketStatus.class, change.getString(side), "/" + side);
    }

    private static Instant instant(JsonObject data, String name) {
        return Instant.parse(data.getString(name));
    }
}
