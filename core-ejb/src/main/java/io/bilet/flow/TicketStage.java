package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.automation.action.Saying;
import io.bilet.automation.action.Stage;
import io.bilet.escalation.Demand;
import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.schedule.WorkingHours;
import io.bilet.swarm.Sought;
import io.bilet.ticket.Comment;
import io.bilet.ticket.Snooze;
import io.bilet.ticket.SnoozeKeeper;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketEvent.FollowersChanged;
import io.bilet.ticket.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One ticket in the hands of a list of actions. */
final class TicketStage implements Stage {

    private static final String REASON = "by a rule";

    private final TicketActions means;
    private final Ticket ticket;
    private final Comment.Author author;
    private final Act act;
    private final ActionRows rows;
    private final List<Speech.Said> said = new ArrayList<>();

    TicketStage(TicketActions means, Ticket ticket, Comment.Author author, Act act, ActionRows rows) {
        this.means = means;
        this.ticket = ticket;
        this.author = author;
        this.act = act;
        this.rows = rows;
    }

    @Override
    public Ticket ticket() {
        return ticket;
    }

    @Override
    public Instant now() {
        return act.at();
    }

    @Override
    public void assign(UserId agent) {
        means.ownerships().assign(ticket, agent, act);
    }

    @Override
    public void moveToGroup(GroupId group) {
        means.ownerships().moveToGroup(ticket, group, act);
    }

    @Override
    public void moveToTier(int tier) {
        var demand = new Demand(Optional.of(tier), Optional.empty(), REASON, null, null);
        means.ownerships().moveTo(ticket, means.destinations().find(ticket, demand), act);
    }

    @Override
    public void follow(UserId who) {
        if (rows.follow(ticket, who, act)) {
            ticket.happenings().note(FollowersChanged.came(who));
        }
    }

    @Override
    public void unfollow(UserId who) {
        if (rows.unfollow(ticket, who)) {
            ticket.happenings().note(FollowersChanged.went(who));
        }
    }

    @Override
    public void say(Visibility visibility, Saying saying) {
        Speech.Said filled = means.speech().fill(saying, ticket, author, visibility, now());
        var comment = new NewComment(filled.text(), visibility, List.of(), List.of(), null);
        rows.comment(means.conversation().say(ticket, author, comment, false, now()));
        said.add(filled);
    }

    /** What has been said so far. */
    List<Speech.Said> said() {
        return List.copyOf(said);
    }

    @Override
    public void snooze(Duration returnAfter, Duration responseDueAfter, @Nullable String reason) {
        WorkingHours hours = means.hours().of(ticket, now());
        var snooze = new Snooze(hours.add(now(), returnAfter), hours.add(now(), responseDueAfter), reason);
        new SnoozeKeeper(ticket, now()).snooze(snooze, hours);
    }

    @Override
    public void startSwarm(String question, List<UserId> agents, Map<SkillId, Integer> skills) {
        List<Sought> sought = skills.entrySet().stream()
                .map(skill -> new Sought(skill.getKey(), skill.getValue()))
                .toList();
        rows.openSwarm(ticket, question, new Guests(agents, sought), act);
    }

    @Override
    public void store(Runnable write) {
        rows.store(write);
    }
}
