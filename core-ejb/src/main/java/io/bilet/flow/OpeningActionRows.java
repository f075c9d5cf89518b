package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.people.UserId;
import io.bilet.ticket.Comment;
import io.bilet.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;

/** Stores a ticket that begins before anything that lies beside it; one that nothing lies beside is stored last. */
final class OpeningActionRows implements ActionRows {

    private final ActionRows rows;
    private final Runnable storeTicket;
    private final List<Runnable> later = new ArrayList<>();
    private boolean isStored;

    /**
     * Makes them.
     *
     * @param rows where to store, once the ticket is
     * @param storeTicket stores the ticket
     */
    OpeningActionRows(ActionRows rows, Runnable storeTicket) {
        this.rows = rows;
        this.storeTicket = storeTicket;
    }

    /** Stores the ticket unless that has happened, and then what waits for that. */
    void finish() {
        storeTicket();
        later.forEach(rows::store);
    }

    private void storeTicket() {
        if (!isStored) {
            isStored = true;
            storeTicket.run();
        }
    }

    @Override
    public void comment(Comment comment) {
        storeTicket();
        rows.comment(comment);
    }

    @Override
    public boolean follow(Ticket ticket, UserId who, Act act) {
        storeTicket();
        return rows.follow(ticket, who, act);
    }

    /** Nobody follows what begins, unless a trigger just had them do so. */
    @Override
    public boolean unfollow(Ticket ticket, UserId who) {
        return isStored && rows.unfollow(ticket, who);
    }

    @Override
    public void openSwarm(Ticket ticket, String question, Guests guests, Act act) {
        storeTicket();
        rows.openSwarm(ticket, question, guests, act);
    }

    /** Waits until the ticket is stored as it then is. */
    @Override
    public void store(Runnable write) {
        later.add(write);
    }
}
