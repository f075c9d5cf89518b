package io.bilet.flow;

import io.bilet.brand.BrandId;
import io.bilet.people.GroupId;
import io.bilet.platform.typed.TypedValues;
import io.bilet.ticket.Channel;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketType;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is to begin with.
 *
 * @param subject 1 to 255 characters
 * @param tags normalised
 * @param language BCP 47 tag of the first message; null takes the requester's
 * @param brandId the brand that was written to; null takes the default one
 * @param groupId the group that is to hold it; null leaves that to routing
 * @param customFields values by key, held against the fields' rules; those with a default may be left out
 */
public record TicketDraft(
        String subject,
        Channel channel,
        TicketPriority priority,
        @Nullable TicketType type,
        SortedSet<String> tags,
        @Nullable String language,
        @Nullable String externalId,
        @Nullable BrandId brandId,
        @Nullable GroupId groupId,
        TypedValues customFields) {}
