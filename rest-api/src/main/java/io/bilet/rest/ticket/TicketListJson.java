package io.bilet.rest.ticket;

import io.bilet.api.v1.TicketsApi.ListTicketsQuery;
import io.bilet.api.v1.model.TicketSort;
import io.bilet.inbox.TicketFilter;
import io.bilet.inbox.TicketOrder;
import io.bilet.people.GroupId;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import io.bilet.rest.http.CommaList;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Folder;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a list of tickets was asked for. */
final class TicketListJson {

    /** Stands among agents for tickets that nobody owns. */
    private static final String NOBODY = "none";

    private TicketListJson() {}

    static TicketFilter toFilter(ListTicketsQuery query) {
        return new TicketFilter(
                CommaList.constants(TicketStatus.class, query.status, "status"),
                CommaList.constants(TicketPriority.class, query.priority, "priority"),
                CommaList.constants(Channel.class, query.channel, "channel"),
                CommaList.constants(Folder.class, query.folder, "folder"),
                CommaList.of(query.groupId, GroupId::parse),
                CommaList.of(query.assigneeId, text -> text).stream()
                        .filter(agent -> !agent.equals(NOBODY))
                        .map(UserId::parse)
                        .toList(),
                CommaList.of(query.assigneeId, text -> text).contains(NOBODY),
                Optional.ofNullable(query.requesterId).map(UserId::parse).orElse(null),
                Optional.ofNullable(query.organizationId)
                        .map(OrganizationId::parse)
                        .orElse(null),
                CommaList.of(query.tag, tag -> tag.toLowerCase(Locale.ROOT)),
                CommaList.of(query.customField, TicketListJson::toValue),
                query.externalId,
                query.number,
                query.updatedSince);
    }

    /** A key and a value between which the first colon stands. */
    private static TicketFilter.Value toValue(String text) {
        int colon = text.indexOf(':');
        return new TicketFilter.Value(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Newest first where nothing is asked. */
    static TicketOrder toOrder(@Nullable TicketSort sort) {
        return switch (sort == null ? TicketSort.CREATED_AT_DESCENDING : sort) {
            case CREATED_AT -> new TicketOrder(TicketOrder.Key.CREATED_AT, false);
            case CREATED_AT_DESCENDING -> new TicketOrder(TicketOrder.Key.CREATED_AT, true);
            case UPDATED_AT -> new TicketOrder(TicketOrder.Key.UPDATED_AT, false);
            case UPDATED_AT_DESCENDING -> new TicketOrder(TicketOrder.Key.UPDATED_AT, true);
            case DUE_AT -> new TicketOrder(TicketOrder.Key.DUE_AT, false);
            case DUE_AT_DESCENDING -> new TicketOrder(TicketOrder.Key.DUE_AT, true);
        };
    }
}
