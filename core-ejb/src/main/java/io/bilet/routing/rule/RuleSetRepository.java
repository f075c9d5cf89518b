package io.bilet.routing.rule;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps every wording of every rule, and which of them were asked together. */
@ApplicationScoped
public class RuleSetRepository {

    /** A wording as it is stored. */
    record Wording(RoutingRuleId id, int version, String condition, String effects) {}

    /** A set as it is stored. */
    record Listing(int version, String rules) {}

    @PersistenceContext(unitName = "bilet")
    private EntityManager em;

    void keep(RoutingRule rule, Instant now) {
        em.createNativeQuery("INSERT IGNORE INTO routing_rule_version"
                        + " (rule_id, version, name, condition_json, effects_json, made_at)"
                        + " VALUES (:id, :version, :name, :condition, :effects, :now)")
                .setParameter("id", rule.id().value().toString())
                .setParameter("version", rule.version())
                .setParameter("name", rule.listing().name())
                .setParameter("condition", rule.condition().toString())
                .setParameter("effects", rule.effects().toString())
                .setParameter("now", Utc.column(now))
                .executeUpdate();
    }

    /** From now on these rules are asked, in this order. */
    void publish(List<RoutingRule> inOrder, Instant now) {
        String rules = inOrder.stream()
                .map(rule -> rule.id().value() + ":" + rule.version())
                .collect(Collectors.joining(" "));
        em.createNativeQuery("INSERT INTO routing_rule_set (rules, made_at) VALUES (:rules, :now)")
                .setParameter("rules", rules)
                .setParameter("now", Utc.column(now))
                .executeUpdate();
    }

    Optional<Listing> latest() {
        return listing("SELECT version, rules FROM routing_rule_set ORDER BY version DESC LIMIT 1");
    }

    Optional<Listing> find(int version) {
        return listing("SELECT version, rules FROM routing_rule_set WHERE version = " + version);
    }

    private Optional<Listing> listing(String sql) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows =
                em.createNativeQuery(sql).setFlushMode(FlushModeType.COMMIT).getResultList();
        return rows.stream()
                .map(row -> new Listing((int) Columns.number(row[0]), Columns.text(row[1])))
                .findFirst();
    }

    /** The wordings of a set, in no order. */
    List<Wording> wordings(List<RuleRef> refs) {
        if (refs.isEmpty()) {
            return List.of();
        }
        String places = refs.stream().map(ref -> "(?, ?)").collect(Collectors.joining(", "));
        var query = em.createNativeQuery("SELECT rule_id, version, condition_json, effects_json"
                        + " FROM routing_rule_version WHERE (rule_id, version) IN (" + places + ")")
                .setFlushMode(FlushModeType.COMMIT);
        int position = 1;
        for (RuleRef ref : refs) {
            query.setParameter(position++, ref.id().value().toString());
            query.setParameter(position++, ref.version());
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Wording(
                        new RoutingRuleId(Columns.uuid(row[0])),
                        (int) Columns.number(row[1]),
                        Columns.text(row[2]),
                        Columns.text(row[3])))
                .toList();
    }
}
