package io.bilet.routing;

import io.bilet.people.GroupId;
import io.bilet.routing.Selection.Question;
import io.bilet.routing.Staff.Team;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says where routing would find somebody, without giving anything out. */
@ApplicationScoped
public class Room {

    /** Longer than anybody waits: everybody who could ever help is asked about. */
    private static final Duration EVER = Duration.ofDays(36_500);

    @Inject
    private Staffing staffing;

    @Inject
    private AgentBoard board;

    /**
     * Whether anybody of the group, or of those that help it, is online and has room; of the default group for
     * tickets without one.
     */
    public boolean isIn(Optional<GroupId> group) {
        return team(group)
                .map(team -> staffing.present().reach(team, EVER))
                .filter(board::hasRoom)
                .isPresent();
    }

    /** Whether somebody could take this ticket now. */
    public boolean isFor(WaitingRow ticket, Instant now) {
        Staff staff = staffing.present();
        return team(ticket.group())
                .map(team -> staff.reach(team, ticket.need().waited()))
                .flatMap(team -> board.look(new Question(staff, team, ticket.need(), now))
                        .chosen())
                .isPresent();
    }

    private Optional<Team> team(Optional<GroupId> group) {
        Staff staff = staffing.present();
        return group.isPresent() ? staff.team(group.get()) : staff.defaultTeam();
    }
}
