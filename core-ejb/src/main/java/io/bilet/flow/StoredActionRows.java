package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.people.UserId;
import io.bilet.people.UserRepository;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.swarm.Swarm;
import io.bilet.swarm.SwarmRepository;
import io.bilet.ticket.Comment;
import io.bilet.ticket.FollowerRepository;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Stores what actions do beside the ticket, which must itself be stored by then. */
@ApplicationScoped
class StoredActionRows implements ActionRows {

    @Inject
    private TicketRepository tickets;

    @Inject
    private FollowerRepository followers;

    @Inject
    private SwarmRepository swarms;

    @Inject
    private SwarmInvitations invitations;

    @Inject
    private UserRepository users;

    @Override
    public void comment(Comment comment) {
        tickets.add(comment);
    }

    @Override
    public boolean follow(Ticket ticket, UserId who, Act act) {
        if (users.find(who).filter(FollowFlow::worksHere).isEmpty()) {
            throw InvalidInput.unknownReference("/user_ids");
        }
        boolean comes = !followers.has(ticket.id(), who);
        if (comes) {
            FollowFlow.requireRoom(followers.count(ticket.id()));
            followers.add(ticket.id(), who, act.at());
        }
        return comes;
    }

    @Override
    public boolean unfollow(Ticket ticket, UserId who) {
        boolean goes = followers.has(ticket.id(), who);
        if (goes) {
            followers.remove(ticket.id(), who);
        }
        return goes;
    }

    /** In the name of the ticket's owner, who stays accountable. */
    @Override
    public void openSwarm(Ticket ticket, String question, Guests guests, Act act) {
        if (swarms.isOpenOn(ticket.id())) {
            throw new Conflict("This ticket has a swarm already.");
        }
        invitations.requireSomebody(ticket, guests);
        Swarm swarm = Swarm.about(ticket, accountable(ticket), question, act.at());
        swarms.add(swarm);
        invitations.inviteWhoCan(ticket, swarm, guests, act);
    }

    /** In whose name a rule asks for help. */
    static UserId accountable(Ticket ticket) {
        return ticket.ownership()
                .assignee()
                .orElseThrow(() -> new Conflict("Nobody owns this ticket who would stay accountable for it."));
    }

    @Override
    public void store(Runnable write) {
        write.run();
    }
}
