package io.bilet.people.team;

import io.bilet.people.UserId;
import io.bilet.platform.database.EntityQueries;
import io.bilet.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Agents; the row that counts what they hold is made with them. */
@ApplicationScoped
public class AgentRepository {

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /**
     * The agent of that id.
     *
     * @throws NotFound if there is none
     */
    public Agent get(UserId id) {
        return find(id).orElseThrow(() -> new NotFound("agent"));
    }

    public Optional<Agent> find(UserId id) {
        return EntityQueries.find(em, Agent.class, id.value());
    }

    public void add(Agent agent) {
        em.persist(agent);
        em.flush();
        em.createNativeQuery("INSERT INTO agent_load (agent_id, open_count) VALUES (:agent, 0)")
                .setParameter("agent", agent.id().value())
                .executeUpdate();
    }

    /** Writes what is pending, so that versions are final. */
    public void flush() {
        em.flush();
    }
}
