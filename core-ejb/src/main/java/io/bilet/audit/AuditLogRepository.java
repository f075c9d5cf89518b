package io.bilet.audit;

import io.bilet.platform.database.Utc;
import io.bilet.platform.json.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The rows of {@code audit_log}; there is no method that changes or removes one. */
@ApplicationScoped
public class AuditLogRepository {

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    void add(LogEntry entry) {
        Act act = entry.act();
        em.createNativeQuery("""
                        INSERT INTO audit_log
                            (id, type, subject_id, actor_type, actor_id, on_behalf_of, cause, fields, at)
                        VALUES (:id, :type, :subject, :actorType, :actor, :onBehalfOf, :cause, :fields, :at)""")
                .setParameter("id", entry.id().value().toString())
                .setParameter("type", entry.change().type())
                .setParameter("subject", entry.change().subjectId())
                .setParameter("actorType", Wire.of(act.actor().type()))
                .setParameter("actor", ActorColumns.user(act.actor().user()))
                .setParameter("onBehalfOf", ActorColumns.user(act.actor().onBehalfOf()))
                .setParameter("cause", act.cause())
                .setParameter("fields", entry.change().fields().toString())
                .setParameter("at", Utc.column(act.at()))
                .executeUpdate();
    }
}
