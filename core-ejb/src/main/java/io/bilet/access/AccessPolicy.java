package io.bilet.access;

import io.bilet.people.UserId;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who sees a ticket, and who may do something with it.
 *
 * <p>Admins and supervisors see every ticket. Agents and light agents see the tickets of their groups and those they
 * own or were invited to. Requesters see their own, without internal notes. A service account sees the tickets of its
 * brands, or, acting for a requester, what that requester sees.
 */
@ApplicationScoped
public class AccessPolicy {

    /** How much of the ticket the caller sees. */
    public Sight sight(Caller caller, TicketAccess ticket) {
        if (!caller.brands().isEmpty() && !caller.brands().contains(ticket.brandId())) {
            return Sight.NONE;
        }
        UserId user = caller.effectiveUserId();
        if (!caller.isRequester() && seesAsStaff(caller, ticket)) {
            return Sight.FULL;
        }
        return ticket.requesterId().equals(user) ? Sight.PUBLIC : Sight.NONE;
    }

    /**
     * Lets the caller look at the ticket.
     *
     * @throws NotFound if the ticket is hidden from the caller
     */
    public Sight requireSight(Caller caller, TicketAccess ticket) {
        Sight sight = sight(caller, ticket);
        if (sight == Sight.NONE) {
            throw new NotFound("ticket");
        }
        return sight;
    }

    /**
     * Lets the caller do something with the ticket.
     *
     * @throws NotFound if the ticket is hidden from the caller
     * @throws Forbidden if the caller sees the ticket but lacks the permission
     */
    public void require(Permission permission, Caller caller, TicketAccess ticket) {
        requireSight(caller, ticket);
        caller.require(permission);
    }

    /**
     * Lets the caller speak in public: those who answer, and whoever asked, because by mail they could as well.
     *
     * @throws NotFound if the ticket is hidden from the caller
     * @throws Forbidden if the caller sees the ticket, did not ask, and lacks the permission
     */
    public void requireMayAnswer(Caller caller, TicketAccess ticket) {
        requireSight(caller, ticket);
        boolean asked = ticket.requesterId().equals(caller.effectiveUserId());
        if (!(asked && caller.may(Permission.TICKETS_COMMENT_INTERNAL))) {
            caller.require(Permission.TICKETS_ANSWER);
        }
    }

    private static boolean seesAsStaff(Caller caller, TicketAccess ticket) {
        return switch (caller.role()) {
            case ADMIN, SUPERVISOR, SERVICE -> true;
            case AGENT, LIGHT_AGENT -> belongsTo(caller, ticket);
            case REQUESTER -> false;
        };
    }

    private static boolean belongsTo(Caller caller, TicketAccess ticket) {
        return (ticket.groupId() != null && caller.groups().contains(ticket.groupId()))
                || caller.userId().equals(ticket.assigneeId())
                || ticket.invited().test(caller.userId());
    }
}
