package io.bilet.routing;

import io.bilet.people.GroupId;
import io.bilet.routing.Staff.Team;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Says where routing would find somebody, without giving anything out. */
@ApplicationScoped
public class Room {

    @Inject
    private Staffing staffing;

    @Inject
    private AgentBoard board;

    /** Whether anybody of the group is online and has room; of the default group for tickets without one. */
    public boolean isIn(Optional<GroupId> group) {
        return team(group).filter(board::hasRoom).isPresent();
    }

    /** Whether somebody of the group could take this ticket now. */
    public boolean isFor(WaitingRow ticket, Optional<GroupId> group) {
        return team(group)
                .filter(team -> board.couldPlace(staffing.present(), team, ticket.need()))
                .isPresent();
    }

    private Optional<Team> team(Optional<GroupId> group) {
        Staff staff = staffing.present();
        return group.isPresent() ? staff.team(group.get()) : staff.defaultTeam();
    }
}
