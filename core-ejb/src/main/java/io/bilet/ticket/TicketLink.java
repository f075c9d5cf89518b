package io.bilet.ticket;

/**
 * A link as it is stored: once for both tickets, from the one that has but one such other; between tickets that are
 * merely related from the one with the lower id.
 */
public record TicketLink(TicketId from, LinkType type, TicketId to) {

    /** The link by which {@code ticket} is {@code type} to {@code other}, whichever way round it is stored. */
    public static TicketLink between(TicketId ticket, LinkType type, TicketId other) {
        boolean turned = type == LinkType.RELATED
                ? ticket.value().toString().compareTo(other.value().toString()) > 0
                : !type.hasOne();
        return turned ? new TicketLink(other, type.inverse(), ticket) : new TicketLink(ticket, type, other);
    }
}
