package io.bilet.people.admin;

import io.bilet.people.User;
import io.bilet.people.team.Agent;
import io.bilet.people.team.AgentRepository;
import io.bilet.people.team.Presence;
import io.bilet.platform.config.ConfigStamp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Sees to it that whoever can hold tickets is an agent, and that nobody else is online. */
@ApplicationScoped
class Staffers {

    @Inject
    private AgentRepository agents;

    @Inject
    private Departures departures;

    @Inject
    private ConfigStamp stamp;

    /** Follows a new or changed user. */
    void follow(User user, Instant now) {
        Optional<Agent> agent = agents.find(user.id());
        boolean works = user.active() && user.role().holdsTickets();
        if (works && agent.isEmpty()) {
            agents.add(new Agent(user.id(), 0, now));
        } else if (!works) {
            agent.ifPresent(gone -> {
                gone.turn(Presence.OFFLINE, gone.pausedChannels(), now);
                departures.note(gone.id(), Map.of());
            });
        }
        if (works || agent.isPresent()) {
            agents.flush();
            stamp.raise(Agent.STAMP);
        }
    }
}
