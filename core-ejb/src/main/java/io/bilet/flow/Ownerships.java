package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;

/** Ownership given by people, as opposed to found by routing. */
@ApplicationScoped
class Ownerships {

    void assign(Ticket ticket, UserId agent, Act act) {
        ticket.assign(agent, act.at());
    }

    void moveToGroup(Ticket ticket, GroupId group, Act act) {
        ticket.moveToGroup(group, 1, act.at());
    }
}
