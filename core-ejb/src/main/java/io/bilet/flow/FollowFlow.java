package io.bilet.flow;

import io.bilet.access.AccessPolicy;
import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.access.Sight;
import io.bilet.audit.Act;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserRepository;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.NotFound;
import io.bilet.ticket.FollowerRepository;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent.FollowersChanged;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets people who work here follow a ticket. Whoever sees a ticket may follow it and cease to; inviting others, and
 * sending them away, is for those who may change it. Each method is one transaction; none makes a new version of the
 * ticket.
 */
@Stateless
public class FollowFlow {

    /** More would be a group. */
    static final int FOLLOWERS_MAX = 100;

    @Inject
    private TicketRepository tickets;

    @Inject
    private FollowerRepository followers;

    @Inject
    private UserRepository users;

    @Inject
    private TicketReader reader;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Settlement settlement;

    @Inject
    private Clock clock;

    /**
     * Follows from now on; who does already goes on.
     *
     * @throws NotFound if the ticket is hidden, or there is nobody of that id who works here
     * @throws Conflict if there are too many already
     */
    public void follow(Caller caller, TicketId id, Optional<Integer> expectedVersion, UserId who) {
        Ticket ticket = ticket(caller, id, expectedVersion, who);
        if (users.find(who).filter(FollowFlow::worksHere).isEmpty()) {
            throw new NotFound("follower");
        }
        if (followers.has(id, who)) {
            return;
        }
        requireRoom(followers.count(id));
        Instant now = clock.instant();
        followers.add(id, who, now);
        record(ticket, caller, FollowersChanged.came(who), now);
    }

    /**
     * Follows no longer.
     *
     * @throws NotFound if the ticket is hidden, or they did not follow it
     */
    public void unfollow(Caller caller, TicketId id, Optional<Integer> expectedVersion, UserId who) {
        Ticket ticket = ticket(caller, id, expectedVersion, who);
        if (!followers.has(id, who)) {
            throw new NotFound("follower");
        }
        followers.remove(id, who);
        record(ticket, caller, FollowersChanged.went(who), clock.instant());
    }

    private Ticket ticket(Caller caller, TicketId id, Optional<Integer> expectedVersion, UserId who) {
        Ticket ticket = tickets.lock(id);
        if (policy.requireSight(caller, reader.access(ticket)) != Sight.FULL) {
            throw new Forbidden(Permission.TICKETS_UPDATE.toString());
        }
        caller.requireSelfOr(Permission.TICKETS_UPDATE, who);
        ticket.requireVersion(expectedVersion);
        return ticket;
    }

    private void record(Ticket ticket, Caller caller, FollowersChanged change, Instant now) {
        ticket.happenings().note(change);
        settlement.record(ticket, Act.asked(caller.actor(), now));
    }

    static void requireRoom(int present) {
        if (present >= FOLLOWERS_MAX) {
            throw new Conflict("A ticket has at most %d followers.".formatted(FOLLOWERS_MAX));
        }
    }

    static boolean worksHere(User user) {
        return user.active() && user.role().isStaff();
    }
}
