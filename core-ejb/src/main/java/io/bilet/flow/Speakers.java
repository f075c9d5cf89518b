package io.bilet.flow;

import io.bilet.access.AccessPolicy;
import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.access.Sight;
import io.bilet.access.TicketAccess;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.NotFound;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who may say what on a ticket. */
@ApplicationScoped
class Speakers {

    @Inject
    private AccessPolicy policy;

    @Inject
    private TicketReader reader;

    /**
     * Lets the caller comment.
     *
     * @throws NotFound if the ticket is hidden from the caller
     * @throws Forbidden if the caller may not speak in public, or not among colleagues
     */
    void requireMayComment(Caller caller, Ticket ticket, Visibility visibility) {
        TicketAccess access = reader.access(ticket);
        if (visibility == Visibility.PUBLIC) {
            policy.requireMayAnswer(caller, access);
        } else {
            policy.require(Permission.TICKETS_COMMENT_INTERNAL, caller, access);
            if (policy.sight(caller, access) != Sight.FULL) {
                throw new Forbidden(Permission.TICKETS_COMMENT_INTERNAL.toString());
            }
        }
    }
}
