package io.bilet.routing;

import io.bilet.people.GroupId;
import io.bilet.ticket.TicketId;
import java.util.Optional;

/** A ticket that waits for an owner, and what it asks of one. */
public record WaitingRow(TicketId ticketId, Optional<GroupId> group, Need need) {}
