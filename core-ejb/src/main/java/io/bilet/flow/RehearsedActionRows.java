package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.people.UserId;
import io.bilet.swarm.Swarm;
import io.bilet.ticket.Comment;
import io.bilet.ticket.FollowerRepository;
import io.bilet.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Stores nothing, for those who want to know what would happen; the ticket must be one that nobody writes back. */
@ApplicationScoped
class RehearsedActionRows implements ActionRows {

    @Inject
    private FollowerRepository followers;

    @Override
    public void comment(Comment comment) {
        // the ticket's happenings tell of it
    }

    @Override
    public boolean follow(Ticket ticket, UserId who, Act act) {
        return !followers.has(ticket.id(), who);
    }

    @Override
    public boolean unfollow(Ticket ticket, UserId who) {
        return followers.has(ticket.id(), who);
    }

    @Override
    public void openSwarm(Ticket ticket, String question, Guests guests, Act act) {
        Swarm.about(ticket, StoredActionRows.accountable(ticket), question, act.at());
    }

    @Override
    public void store(Runnable write) {
        // nothing is
    }
}
