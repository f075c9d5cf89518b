package io.bilet.routing;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.routing.Selection.Question;
import io.bilet.routing.Staff.Team;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says where routing would find somebody, without giving anything out. */
@ApplicationScoped
public class Room {

    @Inject
    private Staffing staffing;

    @Inject
    private AgentBoard board;

    @Inject
    private Backlog backlog;

    /**
     * Whether anybody of the group, or of those that help it, is online and has room; of the default group for
     * tickets without one.
     */
    public boolean isIn(Optional<GroupId> group) {
        return team(group)
                .map(team -> staffing.present().reach(team, Staff.EVER))
                .filter(board::hasRoom)
                .isPresent();
    }

    /** Whether somebody could take this ticket now. */
    public boolean isFor(WaitingRow ticket, Instant now) {
        Staff staff = staffing.present();
        return team(ticket.group())
                .map(team -> staff.reach(team, ticket.need().waited()))
                .filter(team -> board.isPossible(new Question(staff, team, ticket.need(), now)))
                .isPresent();
    }

    /** Sees to it that what is said next is true now, not half a second ago. */
    public void lookNow() {
        board.lookNow();
    }

    /** Whether this agent could take this ticket now. */
    public boolean isFor(WaitingRow ticket, UserId agent, Instant now) {
        Staff staff = staffing.present();
        return team(ticket.group())
                .flatMap(team -> staff.reach(team, ticket.need().waited()).only(agent))
                .filter(team -> board.isPossible(new Question(staff, team, ticket.need(), now)))
                .isPresent();
    }

    /** The groups from which an agent gets work, at once or after a time; empty stands for tickets without one. */
    public Set<Optional<GroupId>> groupsOf(UserId agent) {
        List<Team> teams = staffing.present().teamsOf(agent);
        Set<Optional<GroupId>> groups =
                teams.stream().map(team -> Optional.of(team.id())).collect(Collectors.toSet());
        staffing.present().defaultTeam().filter(teams::contains).ifPresent(byDefault -> groups.add(Optional.empty()));
        return groups;
    }

    /** Units of work that an agent holds. */
    public int unitsOf(UserId agent) {
        return board.standingOf(agent).load();
    }

    /** How long a ticket of the group can expect to wait for an owner; empty if nobody can tell. */
    public Optional<Duration> expectedWait(Optional<GroupId> group, Instant now) {
        return backlog.of(group).expectedWait(isIn(group), now);
    }

    private Optional<Team> team(Optional<GroupId> group) {
        Staff staff = staffing.present();
        return group.isPresent() ? staff.team(group.get()) : staff.defaultTeam();
    }
}
