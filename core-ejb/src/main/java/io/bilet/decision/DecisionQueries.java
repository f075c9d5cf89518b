package io.bilet.decision;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was decided about a ticket. */
@ApplicationScoped
public class DecisionQueries {

    private static final String COLUMNS = "id, kind, at, outcome, subject_type, subject_id, subject_version, effects,"
            + " evaluation, roster_id, verdicts";

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    @Inject
    private RosterRepository rosters;

    /** Up to {@code limit} decisions from {@code first} on, that one included, oldest first; two statements. */
    public List<Decision> of(UUID ticketId, UUID first, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT " + COLUMNS
                        + " FROM decision WHERE ticket_id = :ticket AND id >= :first ORDER BY id LIMIT " + limit)
                .setParameter("ticket", ticketId.toString())
                .setParameter("first", first.toString())
                .getResultList();
        Map<UUID, Roster> known = rosters.get(rows.stream()
                .map(row -> Columns.uuidOrNull(row[9]))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream().map(row -> decision(ticketId, row, known)).toList();
    }

    /** Up to {@code limit} decisions of a rule, newest first, those before the given one only. */
    public List<Decision> by(String rule, UUID before, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("SELECT " + COLUMNS
                        + ", ticket_id FROM decision WHERE subject_id = :rule AND id < :before ORDER BY id DESC LIMIT "
                        + limit)
                .setParameter("rule", rule)
                .setParameter("before", before.toString())
                .getResultList();
        return rows.stream()
                .map(row -> decision(Columns.uuid(row[11]), row, Map.of()))
                .toList();
    }

    private static Decision decision(UUID ticketId, Object[] row, Map<UUID, Roster> known) {
        Subject subject = new Subject(
                Columns.text(row[4]), Columns.textOrNull(row[5]), row[6] == null ? null : (int) Columns.number(row[6]));
        return new Decision(
                new DecisionId(Columns.uuid(row[0])),
                ticketId,
                Wire.read(DecisionKind.class, Columns.text(row[1]), "kind"),
                Objects.requireNonNull(Utc.instant(row[2])),
                Wire.read(Outcome.class, Columns.text(row[3]), "outcome"),
                subject,
                effects(Columns.text(row[7])),
                evaluation(Columns.textOrNull(row[8])),
                candidates(row, known));
    }

    private static List<Effect> effects(String json) {
        return StoredJson.read(json).asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(Effect::read)
                .toList();
    }

    private static @Nullable JsonObject evaluation(@Nullable String json) {
        return json == null ? null : StoredJson.readObject(json);
    }

    private static @Nullable Candidates candidates(Object[] row, Map<UUID, Roster> known) {
        UUID rosterId = Columns.uuidOrNull(row[9]);
        Roster roster = rosterId == null ? null : known.get(rosterId);
        return roster == null ? null : Candidates.decoded(roster, Columns.text(row[10]));
    }
}
