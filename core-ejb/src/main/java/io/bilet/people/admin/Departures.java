package io.bilet.people.admin;

import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.platform.id.PublicId;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.work.NewWork;
import io.bilet.platform.work.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Notes, with the change itself, that an agent may not be able to keep what they hold; somebody looks at it after. */
@ApplicationScoped
public class Departures {

    /** Where such work waits. */
    public static final String QUEUE = "departures";

    private static final String LOST_SKILLS = "lost_skills";

    @Inject
    private WorkQueue work;

    /**
     * Takes down one agent.
     *
     * @param lost skills they know less well than before, with the level they know them on now
     */
    void note(UserId agent, Map<SkillId, Integer> lost) {
        work.add(QUEUE, List.of(work(agent, PublicId.next().toString(), lost)));
    }

    /** What is to be looked at; the same {@code occasion} a second time is no more work. */
    public static NewWork work(UserId agent, String occasion, Map<SkillId, Integer> lost) {
        JsonObjectBuilder levels = StoredJson.object();
        lost.forEach((skill, level) -> levels.add(skill.toString(), level));
        var payload = StoredJson.object()
                .add("agent_id", agent.toString())
                .add(LOST_SKILLS, levels)
                .build();
        return NewWork.due(agent.value() + " " + occasion, agent.value(), payload.toString());
    }

    /** Whom a piece of work is about. */
    public static UserId agent(JsonObject payload) {
        return UserId.parse(payload.getString("agent_id"));
    }

    /** What they know less well than before, with the level they know it on now: no node need have seen it yet. */
    public static Map<SkillId, Integer> lost(JsonObject payload) {
        JsonObject levels = payload.getJsonObject(LOST_SKILLS);
        return levels.keySet().stream().collect(Collectors.toMap(SkillId::parse, levels::getInt));
    }
}
