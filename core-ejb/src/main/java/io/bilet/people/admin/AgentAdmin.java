package io.bilet.people.admin;

import io.bilet.people.SkillId;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserRepository;
import io.bilet.people.team.Agent;
import io.bilet.people.team.AgentRepository;
import io.bilet.people.team.Arrangement;
import io.bilet.people.team.Presence;
import io.bilet.people.team.SkillRepository;
import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Says whether agents are at work, how much they can hold and what they know. */
@Stateless
public class AgentAdmin {

    @Inject
    private AgentRepository agents;

    @Inject
    private UserRepository users;

    @Inject
    private SkillRepository skills;

    @Inject
    private Departures departures;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    /**
     * An agent comes, goes or takes a break.
     *
     * @param pausedChannels on which they take nothing new although they are online
     * @throws io.bilet.platform.error.NotFound if there is no such agent
     * @throws Conflict if the user can hold no tickets now
     */
    public Agent turn(
            UserId id, Optional<Integer> expectedVersion, Presence presence, SortedSet<String> pausedChannels) {
        agents.get(id);
        User user = users.get(id);
        if (presence != Presence.OFFLINE && !(user.active() && user.role().holdsTickets())) {
            throw new Conflict("The user can hold no tickets.");
        }
        return change(id, expectedVersion, agent -> {
            if (presence != Presence.ONLINE && agent.presence() != presence) {
                departures.note(id, Map.of());
            }
            agent.turn(presence, pausedChannels, clock.instant());
        });
    }

    /** How much an agent can hold at once; what they hold already stays. */
    public Agent holdAtMost(UserId id, Optional<Integer> expectedVersion, int units) {
        return change(id, expectedVersion, agent -> agent.holdAtMost(units));
    }

    /**
     * When an agent works, and who stands in for them.
     *
     * @throws InvalidInput if the deputy is no agent, or the agent themselves
     */
    public Agent arrange(UserId id, Optional<Integer> expectedVersion, UnaryOperator<Arrangement> next) {
        return change(id, expectedVersion, agent -> {
            Arrangement arrangement = next.apply(agent.arrangement());
            UserId deputy = arrangement.deputy();
            if (id.equals(deputy)) {
                throw new InvalidInput("/deputy_id", "oneself", "Nobody stands in for themselves.");
            }
            if (deputy != null && agents.find(deputy).isEmpty()) {
                throw InvalidInput.unknownReference("/deputy_id");
            }
            agent.arrange(arrangement);
        });
    }

    /**
     * All that an agent knows, and the languages they answer in unless those are to stay as they are.
     *
     * @throws InvalidInput if there is no such skill
     */
    public Agent know(
            UserId id,
            Optional<Integer> expectedVersion,
            Map<SkillId, Integer> levels,
            Optional<SortedSet<String>> languages) {
        if (!skills.existing(levels.keySet()).containsAll(levels.keySet())) {
            throw InvalidInput.unknownReference("/skills");
        }
        return change(id, expectedVersion, agent -> {
            Map<SkillId, Integer> lost = new HashMap<>();
            agent.skills().forEach((skill, level) -> {
                int next = levels.getOrDefault(skill, 0);
                if (next < level) {
                    lost.put(skill, next);
                }
            });
            if (!lost.isEmpty()) {
                departures.note(id, lost);
            }
            agent.know(levels);
            languages.ifPresent(agent::speak);
        });
    }

    private Agent change(UserId id, Optional<Integer> expectedVersion, Consumer<Agent> change) {
        Agent agent = agents.get(id);
        agent.requireVersion(expectedVersion);
        change.accept(agent);
        agents.flush();
        stamp.raise(Agent.STAMP);
        return agent;
    }
}
