package io.bilet.automation.action;

import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket to which actions are done, with everything around it that they need. What happens shows in the ticket's
 * happenings. A stage may be a rehearsal, on which nothing is stored.
 */
public interface Stage {

    Ticket ticket();

    Instant now();

    void assign(UserId agent);

    void moveToGroup(GroupId group);

    /** Takes the ticket to a group of the tier. */
    void moveToTier(int tier);

    void follow(UserId who);

    void unfollow(UserId who);

    /** Says something in the name of whoever acts; placeholders in the text are filled. */
    void say(Visibility visibility, Saying saying);

    /** Puts the ticket away with a promise; both durations count while somebody is there. */
    void snooze(Duration returnAfter, Duration responseDueAfter, @Nullable String reason);

    /** Asks colleagues for help: by name, and by what somebody must know on a level at least. */
    void startSwarm(String question, List<UserId> agents, Map<SkillId, Integer> skills);

    /** Does something to other tables that belongs to this transaction; rehearsals leave it out. */
    void store(Runnable write);
}
