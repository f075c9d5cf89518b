package io.bilet.ticket;

import io.bilet.brand.BrandId;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a ticket begins.
 *
 * @param subject 1 to 255 characters
 * @param openedBy the part in which somebody opened it; an agent may open one for a requester
 * @param language BCP 47 tag of the first message, if known
 * @param externalId id of the matter in another system, up to 190 characters
 * @param followUpOf the closed ticket that this one continues
 */
public record Opening(
        TicketId id,
        String subject,
        UserId requester,
        @Nullable OrganizationId organization,
        BrandId brand,
        Channel channel,
        AuthorRole openedBy,
        TicketPriority priority,
        @Nullable TicketType type,
        @Nullable String language,
        @Nullable String externalId,
        @Nullable TicketId followUpOf) {}
