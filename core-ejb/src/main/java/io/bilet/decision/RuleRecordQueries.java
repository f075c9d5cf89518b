package io.bilet.decision;

import io.bilet.decision.RuleRecord.Trouble;
import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a rule did lately from the decisions it took: no row is written for every time that a rule acts, or all
 * tickets it acts on would wait for each other.
 */
@ApplicationScoped
public class RuleRecordQueries {

    /** So many of its last decisions are looked at. */
    public static final int LATELY = 1_000;

    private static final String LAST =
            "SELECT outcome, at, id, ticket_id FROM decision WHERE subject_id = :rule ORDER BY id DESC LIMIT " + LATELY;

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    /** {@code rule}: its id in the outside form. */
    public RuleRecord of(String rule) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows =
                em.createNativeQuery(LAST).setParameter("rule", rule).getResultList();
        return new RuleRecord(
                count(rows, Outcome.APPLIED),
                count(rows, Outcome.FAILED),
                last(rows, Outcome.APPLIED).map(row -> Utc.instant(row[1])).orElse(null),
                last(rows, Outcome.FAILED).map(this::trouble));
    }

    private static int count(List<Object[]> rows, Outcome outcome) {
        return (int) rows.stream().filter(row -> is(row, outcome)).count();
    }

    private static Optional<Object[]> last(List<Object[]> rows, Outcome outcome) {
        return rows.stream().filter(row -> is(row, outcome)).findFirst();
    }

    private static boolean is(Object[] row, Outcome outcome) {
        return Columns.text(row[0]).equals(Wire.of(outcome));
    }

    private Trouble trouble(Object[] row) {
        Instant at = Objects.requireNonNull(Utc.instant(row[1]));
        JsonObject refused = refused(evaluation(row));
        return new Trouble(
                at,
                Columns.uuid(row[3]),
                refused.getString("code", "failed"),
                refused.getString("detail", "It could not be asked."));
    }

    private @Nullable String evaluation(Object[] row) {
        Object text = em.createNativeQuery("SELECT evaluation FROM decision WHERE ticket_id = :ticket AND id = :id")
                .setParameter("ticket", Columns.uuid(row[3]).toString())
                .setParameter("id", Columns.uuid(row[2]).toString())
                .getSingleResult();
        return Columns.textOrNull(text);
    }

    private static JsonObject refused(@Nullable String evaluation) {
        JsonObject judged = evaluation == null ? JsonValue.EMPTY_JSON_OBJECT : StoredJson.readObject(evaluation);
        return judged.containsKey("refused")
                ? judged.getJsonArray("refused").getJsonObject(0)
                : JsonValue.EMPTY_JSON_OBJECT;
    }
}
