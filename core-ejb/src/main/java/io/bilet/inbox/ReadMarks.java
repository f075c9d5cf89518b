package io.bilet.inbox;

import io.bilet.people.UserId;
import io.bilet.ticket.TicketId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;

/** Notes how far each agent has read each ticket. */
@Stateless
public class ReadMarks {

    @Inject
    private ReadMarkRepository rows;

    /**
     * Notes that the user has read everything up to {@code at}; an earlier instant than noted before changes nothing.
     */
    public void read(UserId user, TicketId ticket, Instant at) {
        rows.read(user, ticket, at);
    }
}
