package io.bilet.report;

import static io.bilet.report.MeasureKind.FIRST_REPLY;
import static io.bilet.report.MeasureKind.NEXT_REPLY;
import static io.bilet.report.MeasureKind.REPLY;

import io.bilet.audit.AuditEntry;
import io.bilet.people.UserId;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Questions and replies. A reply is what a human agent says in public; what they opened the ticket with is none, and
 * neither is what a machine sends. Of several questions in a row the oldest counts; one that opens a solved ticket
 * again begins anew.
 */
final class Replies {

    private final Instant createdAt;
    private final Hours hours;
    private boolean openedByAgent;
    private int count;
    private @Nullable Instant asked;

    Replies(TicketRow ticket, Hours hours) {
        createdAt = ticket.createdAt();
        openedByAgent = ticket.openedBy() == AuthorRole.AGENT;
        this.hours = hours;
    }

    int count() {
        return count;
    }

    /** What a comment on a ticket in that status adds. */
    List<Measure> hear(AuditEntry entry, TicketStatus status, Holder holder) {
        JsonObject data = entry.data();
        boolean isPublic = data.getString("visibility").equals(wire(Visibility.PUBLIC));
        String author = data.getString("author_role");
        boolean opening = openedByAgent;
        openedByAgent = false;
        if (opening || !isPublic) {
            return List.of();
        }
        Instant at = entry.act().at();
        if (author.equals(wire(AuthorRole.AGENT))) {
            return replied(at, holder.withAgent(writer(entry, holder)));
        }
        if (author.equals(wire(AuthorRole.REQUESTER)) && data.getBoolean("needs_reply")) {
            ask(at, status);
        }
        return List.of();
    }

    private void ask(Instant at, TicketStatus status) {
        if (asked == null || status == TicketStatus.SOLVED) {
            asked = count == 0 ? null : at;
        }
    }

    private List<Measure> replied(Instant at, Holder by) {
        Instant since = count == 0 ? createdAt : asked;
        MeasureKind kind = count == 0 ? FIRST_REPLY : NEXT_REPLY;
        count++;
        asked = null;
        Measure reply = Measure.counted(REPLY, at, by);
        return since == null ? List.of(reply) : List.of(reply, Measure.timed(kind, at, hours.elapsed(since, at), by));
    }

    /** Who wrote it, whoever owned the ticket. */
    private static @Nullable UUID writer(AuditEntry entry, Holder holder) {
        UserId user = entry.act().actor().user();
        return user == null ? holder.agent() : user.value();
    }

    private static String wire(Enum<?> constant) {
        return Wire.of(constant);
    }
}
