package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.people.UserId;
import io.bilet.ticket.Comment;
import io.bilet.ticket.Ticket;

/** What actions store beside the ticket itself. */
interface ActionRows {

    void comment(Comment comment);

    /** Whether somebody follows the ticket now who did not. */
    boolean follow(Ticket ticket, UserId who, Act act);

    /** Whether somebody follows the ticket no longer who did. */
    boolean unfollow(Ticket ticket, UserId who);

    void openSwarm(Ticket ticket, String question, Guests guests, Act act);

    /** Something else that belongs to this transaction. */
    void store(Runnable write);
}
