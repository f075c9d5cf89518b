package io.bilet.sla.policy;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.ticket.TicketPriority;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a warning does beside being on record.
 *
 * @param tellsOwner whether whoever owns the ticket then is told
 * @param tells who else is told
 * @param tags are added to the ticket
 * @param priority the ticket gets at least this
 * @param group the ticket is given to it; null leaves it where it is
 * @param reassigns whether the owner gives the ticket up, so that routing finds another
 */
public record WarningActions(
        boolean tellsOwner,
        List<UserId> tells,
        SortedSet<String> tags,
        @Nullable TicketPriority priority,
        @Nullable GroupId group,
        boolean reassigns) {

    public static final WarningActions NONE = new WarningActions(false, List.of(), new TreeSet<>(), null, null, false);

    /** Whether the ticket itself is changed. */
    public boolean changeTicket() {
        return !tags.isEmpty() || priority != null || group != null || reassigns;
    }
}
