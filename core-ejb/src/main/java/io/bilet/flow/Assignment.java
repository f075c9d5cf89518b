package io.bilet.flow;

import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import java.util.Optional;

/** An order who is to hold a ticket: a group, an agent, or an agent in a group. */
public record Assignment(Optional<GroupId> group, Optional<UserId> agent) {

    /** To an agent, in whatever group the ticket is. */
    public static Assignment to(UserId agent) {
        return new Assignment(Optional.empty(), Optional.of(agent));
    }
}
