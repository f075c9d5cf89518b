package io.bilet.report;

import io.bilet.brand.BrandId;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.TicketEvent;
import io.bilet.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one ticket, at whole minutes.
 *
 * @param lines oldest first; the first says that it was opened
 * @param choices of schedules, oldest first; the first at the opening
 */
record History(
        TicketId id,
        AuthorRole openedBy,
        Channel channel,
        @Nullable OrganizationId organization,
        BrandId brand,
        Set<String> tags,
        List<Line> lines,
        List<Choice> choices) {

    record Line(Instant at, @Nullable UserId by, TicketEvent event) {}

    /** @param schedule 0 for all hours, else which of the test's schedules */
    record Choice(Instant at, int schedule) {}

    Instant createdAt() {
        return lines.get(0).at();
    }

    Instant end() {
        return lines.get(lines.size() - 1).at();
    }
}
