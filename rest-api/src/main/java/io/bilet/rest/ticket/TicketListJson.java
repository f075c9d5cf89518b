package io.bilet.rest.ticket;

import io.bilet.api.v1.TicketsApi.ListTicketsQuery;
import io.bilet.api.v1.model.TicketSort;
import io.bilet.inbox.TicketFilter;
import io.bilet.inbox.TicketOrder;
import io.bilet.people.GroupId;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Folder;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a list of tickets was asked for. */
final class TicketListJson {

    private TicketListJson() {}

    static TicketFilter toFilter(ListTicketsQuery query) {
        return new TicketFilter(
                constants(TicketStatus.class, query.status, "status"),
                constants(TicketPriority.class, query.priority, "priority"),
                constants(Channel.class, query.channel, "channel"),
                constants(Folder.class, query.folder, "folder"),
                several(query.groupId, GroupId::parse),
                several(query.assigneeId, UserId::parse),
                Optional.ofNullable(query.requesterId).map(UserId::parse).orElse(null),
                Optional.ofNullable(query.organizationId)
                        .map(OrganizationId::parse)
                        .orElse(null),
                Optional.ofNullable(query.tag)
                        .map(tag -> tag.toLowerCase(Locale.ROOT))
                        .orElse(null),
                query.externalId,
                query.number,
                query.updatedSince);
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

    static <E extends Enum<E>> List<E> constants(Class<E> type, @Nullable String list, String parameter) {
        return several(list, word -> Wire.read(type, word, parameter));
    }

    private static <T> List<T> several(@Nullable String list, Function<String, T> reader) {
        return list == null || list.isEmpty()
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(reader).toList();
    }
}
