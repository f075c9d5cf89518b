package io.bilet.routing;

import io.bilet.brand.BrandId;
import io.bilet.people.UserId;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Opening;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import java.time.Instant;

/** Tickets as they begin. */
public final class Tickets {

    public static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private Tickets() {}

    public static Ticket about(String subject) {
        return about(subject, UserId.next());
    }

    public static Ticket about(String subject, UserId requester) {
        var opening = new Opening(
                TicketId.next(),
                subject,
                requester,
                null,
                BrandId.next(),
                Channel.EMAIL,
                AuthorRole.REQUESTER,
                TicketPriority.NORMAL,
                null,
                null,
                null,
                null);
        return Ticket.open(opening, MONDAY_NINE);
    }
}
