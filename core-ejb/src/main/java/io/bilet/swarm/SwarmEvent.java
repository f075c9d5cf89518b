package io.bilet.swarm;

import io.bilet.people.UserId;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.Experts;
import io.bilet.ticket.TicketEvent;
import jakarta.json.JsonObject;
import java.util.Optional;

/** What happened in a swarm, as the ticket's record keeps it; what was said there stands with the swarm. */
record SwarmEvent(String type, JsonObject data, Optional<Experts> asks, Optional<Experts> answers)
        implements TicketEvent.Passage {

    private static final Optional<Experts> SWARM = Optional.of(Experts.SWARM);
    private static final Optional<Experts> NOBODY = Optional.empty();

    static SwarmEvent opened(Swarm swarm) {
        JsonObject data = StoredJson.object()
                .add("swarm_id", swarm.id().toString())
                .add("question", swarm.question())
                .build();
        return new SwarmEvent("ticket.swarm_opened", data, SWARM, NOBODY);
    }

    static SwarmEvent closed(Swarm swarm, SwarmOutcome outcome, String summary) {
        JsonObject data = StoredJson.object()
                .add("swarm_id", swarm.id().toString())
                .add("outcome", Wire.of(outcome))
                .add("summary", summary)
                .build();
        return new SwarmEvent("ticket.swarm_closed", data, NOBODY, SWARM);
    }

    static SwarmEvent of(Swarm swarm, SwarmMember member) {
        var json = StoredJson.object()
                .add("swarm_id", swarm.id().toString())
                .add("agent_id", member.agent().toString());
        member.sought().ifPresent(sought -> json.add("skill_id", sought.skill().toString()));
        member.reason().ifPresent(reason -> json.add("reason", reason));
        return new SwarmEvent("ticket.swarm_" + Wire.of(member.state()), json.build(), NOBODY, NOBODY);
    }

    static SwarmEvent contributed(Swarm swarm, UserId agent) {
        JsonObject data = StoredJson.object()
                .add("swarm_id", swarm.id().toString())
                .add("agent_id", agent.toString())
                .build();
        return new SwarmEvent("ticket.swarm_contributed", data, NOBODY, SWARM);
    }
}
