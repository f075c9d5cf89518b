package io.bilet.flow;

import io.bilet.audit.Act;
import io.bilet.condition.Evaluation;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionKind;
import io.bilet.decision.DecisionRepository;
import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.decision.Subject;
import io.bilet.people.UserId;
import io.bilet.people.UserRepository;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.StoredJson;
import io.bilet.routing.StaffQueries;
import io.bilet.swarm.Sought;
import io.bilet.swarm.Swarm;
import io.bilet.swarm.SwarmId;
import io.bilet.swarm.SwarmMember;
import io.bilet.swarm.SwarmQueries;
import io.bilet.swarm.SwarmRepository;
import io.bilet.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is asked to help in swarms; whom Bilet finds by a skill is a decision on record. */
@ApplicationScoped
class SwarmInvitations {

    /** More would be a meeting. */
    private static final int MEMBERS_MAX = 20;

    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private static final Subject SWARM = Subject.builtIn("swarm");

    @Inject
    private SwarmRepository swarms;

    @Inject
    private SwarmQueries experts;

    @Inject
    private UserRepository users;

    @Inject
    private StaffQueries staff;

    @Inject
    private DecisionRepository decisions;

    /**
     * Asks everybody named, and somebody for each skill.
     *
     * @throws InvalidInput if nobody is named or sought, or there is nobody like that
     * @throws Conflict if there would be too many
     */
    void invite(Ticket ticket, Swarm swarm, Guests guests, Act act) {
        if (guests.agents().isEmpty() && guests.sought().isEmpty()) {
            throw new InvalidInput("", "incomplete", "Somebody is invited by name or by skill.");
        }
        if (swarms.members(swarm.id()).size()
                        + guests.agents().size()
                        + guests.sought().size()
                > MEMBERS_MAX) {
            throw new Conflict("A swarm has at most %d members.".formatted(MEMBERS_MAX));
        }
        for (int i = 0; i < guests.agents().size(); i++) {
            byName(ticket, swarm, guests.agents().get(i), "/agent_ids/" + i, act);
        }
        for (int i = 0; i < guests.sought().size(); i++) {
            Sought sought = guests.sought().get(i);
            String pointer = "/skills/" + i;
            if (!staff.skillExists(sought.skill())) {
                throw InvalidInput.unknownReference(pointer + "/skill_id");
            }
            if (bySkill(ticket, swarm, sought, act).isEmpty()) {
                throw new InvalidInput(pointer, "nobody", "Nobody else who works here knows this well enough.");
            }
        }
    }

    /**
     * Refuses to ask when nobody of all those could help.
     *
     * @throws Conflict if everybody named is gone or owns the ticket, and nobody else knows what is sought
     */
    void requireSomebody(Ticket ticket, Guests guests) {
        boolean byName = guests.agents().stream().anyMatch(agent -> canHelp(ticket, agent));
        UserId owner = ticket.ownership().assignee().orElse(NOBODY);
        boolean bySkill = guests.sought().stream().anyMatch(sought -> experts.expert(SwarmId.next(), sought, owner)
                .isPresent());
        if (!byName && !bySkill) {
            throw new Conflict("Nobody of those who are to be asked could help.");
        }
    }

    /** Asks all of them who can help, and somebody for each skill if there is anybody. */
    void inviteWhoCan(Ticket ticket, Swarm swarm, Guests guests, Act act) {
        guests.agents().stream()
                .filter(agent -> canHelp(ticket, agent))
                .forEach(agent -> swarms.invite(ticket, swarm, agent, null, act.at()));
        guests.sought().forEach(sought -> bySkill(ticket, swarm, sought, act));
    }

    private boolean canHelp(Ticket ticket, UserId agent) {
        boolean owns = ticket.ownership().assignee().equals(Optional.of(agent));
        return !owns && users.find(agent).filter(FollowFlow::worksHere).isPresent();
    }

    /** Asks somebody else for the same skill, if there is anybody. */
    void inviteNext(Ticket ticket, Swarm swarm, SwarmMember declined, Act act) {
        declined.sought().ifPresent(sought -> bySkill(ticket, swarm, sought, act));
    }

    private void byName(Ticket ticket, Swarm swarm, UserId agent, String pointer, Act act) {
        if (users.find(agent).filter(FollowFlow::worksHere).isEmpty()) {
            throw InvalidInput.unknownReference(pointer);
        }
        if (ticket.ownership().assignee().equals(Optional.of(agent))) {
            throw new InvalidInput(pointer, "owns_it", "This agent owns the ticket and is in its swarm by that.");
        }
        if (swarms.member(swarm.id(), agent).isPresent()) {
            throw new InvalidInput(pointer, "invited_already", "This agent was invited already.");
        }
        swarms.invite(ticket, swarm, agent, null, act.at());
    }

    private Optional<UserId> bySkill(Ticket ticket, Swarm swarm, Sought sought, Act act) {
        UserId owner = ticket.ownership().assignee().orElseGet(swarm::openedBy);
        Optional<UserId> found = experts.expert(swarm.id(), sought, owner);
        found.ifPresent(agent -> {
            swarms.invite(ticket, swarm, agent, sought, act.at());
            decisions.add(List.of(decision(ticket, agent, sought, act)));
        });
        return found;
    }

    private static Decision decision(Ticket ticket, UserId agent, Sought sought, Act act) {
        var why = Evaluation.ofCheck(
                "agent.skill:" + sought.skill(), "at_least", StoredJson.text("" + sought.level()), null, true);
        return Decision.of(ticket.id().value(), DecisionKind.ASSIGNMENT, act.at(), Outcome.APPLIED, SWARM)
                .with(List.of(Effect.of("swarm_member_id", null, agent.toString())))
                .with(why);
    }
}
