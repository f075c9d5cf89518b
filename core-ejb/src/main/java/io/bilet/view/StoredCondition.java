package io.bilet.view;

import static java.util.stream.Collectors.joining;

import io.bilet.condition.All;
import io.bilet.condition.Any;
import io.bilet.condition.Check;
import io.bilet.condition.Condition;
import io.bilet.condition.Not;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A condition as SQL over the columns of a ticket {@code t}.
 *
 * @param sql true for every ticket that satisfies the condition
 * @param exact whether it is true for no other; if not, each ticket must be asked in memory as well
 */
record StoredCondition(String sql, boolean exact, Map<String, Object> parameters) {

    static StoredCondition of(Condition condition, Instant now) {
        return of(condition, now, new HashMap<>());
    }

    /** {@code parameters}: takes the values, beside those that are there already. */
    static StoredCondition of(Condition condition, Instant now, Map<String, Object> parameters) {
        Writer writer = new Writer(now, parameters);
        String sql = writer.write(condition, true);
        return new StoredCondition(sql, writer.exact, parameters);
    }

    private static final class Writer {

        private final Instant now;
        private final Map<String, Object> parameters;
        private boolean exact = true;

        private Writer(Instant now, Map<String, Object> parameters) {
            this.now = now;
            this.parameters = parameters;
        }

        /** {@code leaning}: what a check counts as that the database cannot say; turned round below every not. */
        private String write(Condition condition, boolean leaning) {
            if (condition instanceof All all) {
                return several(all.children(), " AND ", "TRUE", leaning);
            }
            if (condition instanceof Any any) {
                return several(any.children(), " OR ", "FALSE", leaning);
            }
            if (condition instanceof Not not) {
                return "NOT (" + write(not.child(), !leaning) + ")";
            }
            Optional<String> check = StoredCheck.write((Check) condition, parameters, now);
            exact = exact && check.isPresent();
            return check.orElse(leaning ? "TRUE" : "FALSE");
        }

        private String several(List<Condition> children, String joint, String none, boolean leaning) {
            return children.isEmpty()
                    ? none
                    : children.stream().map(child -> write(child, leaning)).collect(joining(joint, "(", ")"));
        }
    }
}
