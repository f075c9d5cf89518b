package io.bilet.flow;

import io.bilet.access.Permission;
import io.bilet.access.RolePermissions;
import io.bilet.audit.Act;
import io.bilet.escalation.Destination;
import io.bilet.people.GroupId;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserRepository;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.Wire;
import io.bilet.routing.Staff;
import io.bilet.routing.Staff.Team;
import io.bilet.routing.StaffQueries;
import io.bilet.routing.Staffing;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Handover;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent.FieldChanged;
import io.bilet.ticket.TicketEvent.StatusChanged;
import io.bilet.ticket.UnassignedReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Ownership given by people, as opposed to found by routing. */
@ApplicationScoped
class Ownerships {

    @Inject
    private Staffing staffing;

    @Inject
    private UserRepository users;

    @Inject
    private StaffQueries staff;

    /**
     * Gives the ticket to an agent.
     *
     * @throws InvalidInput if nobody of that id can hold tickets
     */
    void assign(Ticket ticket, UserId agent, Act act) {
        if (users.find(agent).filter(Ownerships::takesWork).isEmpty()) {
            throw InvalidInput.unknownReference("/agent_id");
        }
        ticket.assign(agent, act.at());
    }

    /**
     * Gives the ticket to a group; its owner is taken off it unless they belong to that group.
     *
     * @throws InvalidInput if there is no such group
     */
    void moveToGroup(Ticket ticket, GroupId group, Act act) {
        Team team = staffing.present().team(group).orElseThrow(() -> InvalidInput.unknownReference("/group_id"));
        ticket.moveToGroup(group, team.tier(), act.at());
        boolean ownerLeft = ticket.ownership()
                .assignee()
                .filter(owner ->
                        team.members().stream().noneMatch(member -> member.id().equals(owner)))
                .isPresent();
        if (ownerLeft) {
            ticket.unassign(UnassignedReason.AWAITING_ROUTING, act.at());
        }
    }

    /**
     * Whoever accepts a ticket while they help out takes it along into their own group, as one that is given to them
     * goes: there its time is promised and counted, and there their colleagues see it.
     */
    void takeAlong(Ticket ticket, UserId agent, Act act) {
        Staff present = staffing.present();
        ticket.ownership()
                .group()
                .flatMap(present::team)
                .or(present::defaultTeam)
                .map(team -> present.through(team, agent))
                .filter(team -> !ticket.ownership().group().equals(Optional.of(team.id())))
                .ifPresent(team -> ticket.moveToGroup(team.id(), team.tier(), act.at()));
    }

    /**
     * Gives the ticket on to an agent who is there, or to a group, whose other members routing looks at first.
     *
     * @throws InvalidInput if there is no such group or agent, the agent is the owner already, or is not at work
     */
    void handOver(Ticket ticket, Handover.To to, Act act) {
        if (to.agent().isPresent() && to.agent().equals(ticket.ownership().assignee())) {
            throw new InvalidInput("/agent_id", "owns_it_already", "This agent owns the ticket already.");
        }
        to.group().ifPresent(group -> moveToGroup(ticket, group, act));
        if (to.agent().isPresent()) {
            assign(ticket, to.agent().get(), act);
            requireAtWork(to.agent().get());
        } else {
            ticket.unassign(UnassignedReason.RELEASED, act.at());
        }
    }

    /**
     * Gives a ticket back to the agent and the group it was handed over from; if that agent is not there any more,
     * routing finds another in that group, and looks at whoever did not take it last.
     */
    void giveBack(Ticket ticket, Handover handover, Act act) {
        handover.fromGroup()
                .filter(group -> !ticket.ownership().group().equals(Optional.of(group)))
                .flatMap(group -> staffing.present().team(group))
                .ifPresent(team -> ticket.moveToGroup(team.id(), team.tier(), act.at()));
        UserId former = handover.fromAgent();
        if (isThere(former)) {
            ticket.assign(former, act.at());
        } else {
            ticket.unassign(UnassignedReason.RELEASED, act.at());
        }
    }

    /** Takes the ticket to another tier; whoever had it there before has it again, if they are there. */
    void moveTo(Ticket ticket, Destination to, Act act) {
        ticket.moveToGroup(to.group(), to.tier(), act.at());
        if (to.agent().filter(this::isThere).isPresent()) {
            ticket.assign(to.agent().get(), act.at());
        } else if (!to.leavesOwner() || ticket.ownership().assignee().isEmpty()) {
            ticket.unassign(UnassignedReason.RELEASED, act.at());
        }
    }

    /** Whether somebody can hold tickets and is at work. */
    boolean isThere(UserId agent) {
        return users.find(agent).filter(Ownerships::takesWork).isPresent() && staff.keepsWork(agent);
    }

    /** Nobody would see it: a ticket must not lie with somebody who does not know of it. */
    private void requireAtWork(UserId agent) {
        if (!staff.keepsWork(agent)) {
            throw new InvalidInput(
                    "/agent_id", "not_at_work", "This agent is offline; hand it to a group, or to somebody at work.");
        }
    }

    /**
     * Sends on a ticket that came back to somebody who cannot have it: out of the archive it goes on unless whoever had
     * it is online and has room; snoozed or solved it stays unless they have left or are not at work. Routing finds
     * another, and prefers them once they are free. Who takes a ticket back with their own hands keeps it.
     */
    void followReturn(Ticket ticket, Act act) {
        Optional<UserId> owner = ticket.ownership()
                .assignee()
                .filter(agent -> !agent.equals(act.actor().user()))
                .filter(agent ->
                        ticket.folder() == Folder.INBOX && ticket.status().occupiesAgent());
        boolean goesOn = cameFrom(ticket, Folder.ARCHIVE)
                ? owner.filter(agent -> !staff.isFree(agent)).isPresent()
                : (cameFrom(ticket, Folder.SNOOZED) || isReopened(ticket))
                        && owner.filter(agent -> !staff.keepsWork(agent)).isPresent();
        if (goesOn) {
            ticket.unassign(UnassignedReason.AWAITING_ROUTING, act.at());
        }
    }

    private static boolean cameFrom(Ticket ticket, Folder folder) {
        return ticket.happenings()
                .pending()
                .contains(new FieldChanged("folder", Wire.of(folder), Wire.of(Folder.INBOX)));
    }

    private static boolean isReopened(Ticket ticket) {
        return ticket.happenings().pending().stream()
                .anyMatch(event -> event instanceof StatusChanged moved && moved.isReopening());
    }

    private static boolean takesWork(User user) {
        return user.active()
                && user.role().isStaff()
                && RolePermissions.of(user.role()).contains(Permission.TICKETS_ANSWER);
    }
}
