package io.bilet.access;

import io.bilet.brand.BrandId;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides who may see a ticket.
 *
 * @param invited followers and others who were asked to look at it
 */
public record TicketAccess(
        UserId requesterId,
        BrandId brandId,
        @Nullable GroupId groupId,
        @Nullable UserId assigneeId,
        Set<UserId> invited) {

    public TicketAccess {
        invited = Set.copyOf(invited);
    }

    public TicketAccess(UserId requesterId, BrandId brandId, @Nullable GroupId groupId, @Nullable UserId assigneeId) {
        this(requesterId, brandId, groupId, assigneeId, Set.of());
    }
}
