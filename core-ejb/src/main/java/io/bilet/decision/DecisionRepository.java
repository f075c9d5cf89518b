package io.bilet.decision;

import io.bilet.platform.database.Utc;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds decisions; there is no method that changes or removes one. */
@ApplicationScoped
public class DecisionRepository {

    private static final String COLUMNS =
            "(id, ticket_id, kind, at, outcome, subject_type, subject_id, subject_version,"
                    + " effects, evaluation, roster_id, verdicts)";

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    @Inject
    private RosterRepository rosters;

    /**
     * Adds the decisions in one statement, and a second one where agents were looked at for the first time together.
     */
    public void add(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        rosters(decisions).values().forEach(rosters::keep);
        Query insert = em.createNativeQuery("INSERT INTO decision " + COLUMNS + " VALUES "
                + String.join(", ", Collections.nCopies(decisions.size(), ROW)));
        int position = 1;
        for (Decision decision : decisions) {
            for (Object value : values(decision)) {
                insert.setParameter(position++, value);
            }
        }
        insert.executeUpdate();
    }

    private static Map<UUID, Roster> rosters(List<Decision> decisions) {
        Map<UUID, Roster> different = new HashMap<>();
        for (Decision decision : decisions) {
            Candidates candidates = decision.candidates();
            if (candidates != null) {
                different.put(candidates.roster().id(), candidates.roster());
            }
        }
        return different;
    }

    private static @Nullable Object[] values(Decision decision) {
        Subject subject = decision.subject();
        Candidates candidates = decision.candidates();
        return new @Nullable Object[] {
            decision.id().value().toString(),
            decision.ticketId().toString(),
            Wire.of(decision.kind()),
            Utc.column(decision.at()),
            Wire.of(decision.outcome()),
            subject.type(),
            subject.id(),
            subject.version(),
            effects(decision.effects()),
            decision.evaluation() == null ? null : decision.evaluation().toString(),
            candidates == null ? null : candidates.roster().id().toString(),
            candidates == null ? null : candidates.encoded()
        };
    }

    private static String effects(List<Effect> effects) {
        JsonArrayBuilder json = StoredJson.array();
        effects.forEach(effect -> json.add(effect.toJson()));
        return json.build().toString();
    }
}
