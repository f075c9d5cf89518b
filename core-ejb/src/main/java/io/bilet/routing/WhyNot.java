package io.bilet.routing;

import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.Wire;
import io.bilet.routing.Selection.Question;
import io.bilet.routing.Staff.Member;
import io.bilet.routing.Staff.Team;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** Answers why routing would not give a ticket to an agent now, one check after the other; gives nothing out. */
@ApplicationScoped
public class WhyNot {

    @Inject
    private Staffing staffing;

    @Inject
    private AgentBoard board;

    @Inject
    private Needs needs;

    @Inject
    private Clock clock;

    /**
     * Asks about one agent.
     *
     * @throws InvalidInput if there is no such agent in any group
     */
    public JsonObject of(Ticket ticket, UserId agent) {
        Staff staff = staffing.present();
        Member member = staff.member(agent).orElseThrow(() -> InvalidInput.unknownReference("/agent_id"));
        Instant now = clock.instant();
        Need need = needs.of(ticket, now);
        Checks all = new Checks();
        ofTicket(ticket, all);
        Optional<Team> team = ticket.ownership()
                .group()
                .flatMap(staff::team)
                .or(staff::defaultTeam)
                .map(group -> staff.reach(group, need.waited()));
        boolean belongs =
                team.filter(reached -> reached.members().contains(member)).isPresent();
        all.is("agent.in_group_or_helping", "true", "" + belongs);
        ofAgent(staff, member, need, now, all);
        team.ifPresent(reached -> room(reached, need, board.standingOf(agent), all));
        if (all.result()) {
            team.ifPresent(reached -> choice(new Question(staff, reached, need, now), agent, all));
        }
        return all.toJson();
    }

    private static void ofTicket(Ticket ticket, Checks all) {
        String owner = ticket.ownership().assignee().map(UserId::toString).orElse("nobody");
        all.is("ticket.assignee_id", "nobody", owner);
        all.is(
                "ticket.offered_to_id",
                "nobody",
                ticket.ownership().offeredTo().map(UserId::toString).orElse("nobody"));
        all.is("ticket.folder", "inbox", Wire.of(ticket.folder()));
        String open = EnumSet.of(TicketStatus.NEW, TicketStatus.OPEN).contains(ticket.status()) ? "true" : "false";
        all.is("ticket.needs_work_now", "true", open);
    }

    private void ofAgent(Staff staff, Member member, Need need, Instant now, Checks all) {
        Standing standing = board.standingOf(member.id());
        all.is("agent.presence", "online", Wire.of(standing.presence()));
        String channel = Wire.of(need.work().channel());
        all.is(
                "agent.takes_channel:" + channel,
                "true",
                "" + standing.takes(need.work().channel()));
        all.is("agent.working_time", "open", member.hours().isOpen(now) ? "open" : "closed");
        for (Map.Entry<SkillId, Integer> skill : need.skills().entrySet()) {
            all.atLeast(
                    "agent.skill:" + staff.nameOf(skill.getKey()),
                    skill.getValue(),
                    member.skills().getOrDefault(skill.getKey(), 0));
        }
        String id = member.id().toString();
        UserId gaveItBack = need.past().gaveItBack();
        all.isNot("ticket.given_back_by", id, gaveItBack == null ? null : gaveItBack.toString());
        all.isNot("ticket.declined_by", id, need.past().decliners().contains(member.id()) ? id : null);
    }

    private static void room(Team team, Need need, Standing standing, Checks all) {
        int free = standing.capacity() - standing.load();
        all.atLeast("agent.free_units", need.work().units(), free);
        all.atLeast("agent.free_units_outside_reserve", need.work().units(), free - Selection.reserve(team, need));
    }

    private void choice(Question question, UserId agent, Checks all) {
        String first = board.look(question).chosen().map(UserId::toString).orElse("nobody");
        all.is("routing.first_choice", agent.toString(), first);
    }
}
