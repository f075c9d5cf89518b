package io.bilet.swarm;

import io.bilet.people.UserId;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.TicketEvent;
import jakarta.json.JsonObject;

/** What happened in a swarm, as the ticket's record keeps it; what was said there stands with the swarm. */
record SwarmEvent(String type, JsonObject data, boolean asksExperts, boolean expertsAnswered)
        implements TicketEvent.Passage {

    static SwarmEvent opened(Swarm swarm) {
        JsonObject data = StoredJson.object()
                .add("swarm_id", swarm.id().toString())
                .add("question", swarm.question())
                .build();
        return new SwarmEvent("ticket.swarm_opened", data, true, false);
    }

    static SwarmEvent closed(Swarm swarm, SwarmOutcome outcome, String summary) {
        JsonObject data = StoredJson.object()
                .add("swarm_id", swarm.id().toString())
                .add("outcome", Wire.of(outcome))
                .add("summary", summary)
                .build();
        return new SwarmEvent("ticket.swarm_closed", data, false, true);
    }

    static SwarmEvent of(Swarm swarm, SwarmMember member) {
        var json = StoredJson.object()
                .add("swarm_id", swarm.id().toString())
                .add("agent_id", member.agent().toString());
        member.sought().ifPresent(sought -> json.add("skill_id", sought.skill().toString()));
        member.reason().ifPresent(reason -> json.add("reason", reason));
        return new SwarmEvent("ticket.swarm_" + Wire.of(member.state()), json.build(), false, false);
    }

    static SwarmEvent contributed(Swarm swarm, UserId agent) {
        JsonObject data = StoredJson.object()
                .add("swarm_id", swarm.id().toString())
                .add("agent_id", agent.toString())
                .build();
        return new SwarmEvent("ticket.swarm_contributed", data, false, true);
    }
}
