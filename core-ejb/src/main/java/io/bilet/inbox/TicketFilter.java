package io.bilet.inbox;

import io.bilet.people.GroupId;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Folder;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tickets of a list have in common; an empty list or null asks nothing, several values mean "one of".
 *
 * @param customFields all of which the tickets have
 * @param unassigned whether those that nobody owns are among the assignees asked for
 */
public record TicketFilter(
        List<TicketStatus> statuses,
        List<TicketPriority> priorities,
        List<Channel> channels,
        List<Folder> folders,
        List<GroupId> groups,
        List<UserId> assignees,
        boolean unassigned,
        @Nullable UserId requester,
        @Nullable OrganizationId organization,
        List<String> tags,
        List<Value> customFields,
        @Nullable String externalId,
        @Nullable Long number,
        @Nullable Instant updatedSince) {

    /** A value that a custom field is to have; texts without regard to letter case. */
    public record Value(String key, String text) {}
}
