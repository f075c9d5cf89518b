package io.bilet.access;

import io.bilet.brand.BrandId;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What decides who may see a ticket.
 *
 * @param invited whether somebody follows it or was asked to look at it; asked last, because it may take a statement
 */
public record TicketAccess(
        UserId requesterId,
        BrandId brandId,
        @Nullable GroupId groupId,
        @Nullable UserId assigneeId,
        Predicate<UserId> invited) {}
