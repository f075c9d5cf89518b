package io.bilet.extension;

import io.bilet.people.GroupId;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import io.bilet.platform.json.Wire;
import io.bilet.spi.ticket.TicketSnapshot;
import io.bilet.ticket.Ticket;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A ticket as plugins see it: a copy, so that nothing of the ticket itself leaves the host. */
record Snapshot(
        String id,
        long number,
        String subject,
        String status,
        String priority,
        String channel,
        String requesterId,
        Optional<String> organizationId,
        Optional<String> groupId,
        Optional<String> assigneeId,
        Set<String> tags,
        Optional<Instant> dueAt,
        Instant createdAt,
        long version)
        implements TicketSnapshot {

    static Snapshot of(Ticket ticket) {
        return new Snapshot(
                ticket.id().toString(),
                ticket.number(),
                ticket.description().subject(),
                Wire.of(ticket.status()),
                Wire.of(ticket.description().priority()),
                Wire.of(ticket.origin().channel()),
                ticket.origin().requester().toString(),
                ticket.origin().organization().map(OrganizationId::toString),
                ticket.ownership().group().map(GroupId::toString),
                ticket.ownership().assignee().map(UserId::toString),
                Set.copyOf(ticket.description().tags()),
                ticket.due().at(),
                ticket.timeline().createdAt(),
                ticket.version());
    }
}
