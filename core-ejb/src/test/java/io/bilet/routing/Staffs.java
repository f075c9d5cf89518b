package io.bilet.routing;

import io.bilet.people.GroupId;
import io.bilet.routing.Staff.Team;
import io.bilet.routing.Staff.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Staffs without members. */
public final class Staffs {

    public static final GroupId DEFAULT = GroupId.next();

    private Staffs() {}

    /** These groups, all on the second tier, and the default one. */
    public static Staff of(GroupId... groups) {
        List<Team> teams = new ArrayList<>();
        teams.add(Team.of(DEFAULT, 1, Terms.PLAIN, List.of()));
        for (GroupId group : groups) {
            teams.add(Team.of(group, 2, Terms.PLAIN, List.of()));
        }
        return new Staff(teams, Optional.of(DEFAULT), Map.of());
    }
}
