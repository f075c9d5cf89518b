package io.bilet.view;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.brand.BrandId;
import io.bilet.condition.Condition;
import io.bilet.condition.ConditionReader;
import io.bilet.condition.Facts;
import io.bilet.condition.Field;
import io.bilet.condition.FieldRegistry;
import io.bilet.condition.Operator;
import io.bilet.fact.CustomerFact;
import io.bilet.fact.CustomerFactRepository;
import io.bilet.fact.CustomerFacts;
import io.bilet.fact.FactSubject;
import io.bilet.people.Requester;
import io.bilet.people.RequesterRepository;
import io.bilet.people.UserId;
import io.bilet.platform.id.PublicId;
import io.bilet.platform.json.StoredJson;
import io.bilet.testing.Beans;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketFacts;
import io.bilet.ticket.TicketFields;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.junit.jupiter.api.Test;

/** Random conditions on random tickets: what the database says and what memory says. */
class BothAnswersIT {

    private static final int TREES = 10_000;
    private static final int AT_ONCE = 40;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");

    private final Random random = new Random(20_260_302);
    private final StoredTickets tickets = new StoredTickets(random, NOW);
    private final BrandId brand = tickets.keep(120);
    private final List<Field> fields = Stream.of(
                    new TicketFields().fields(),
                    RandomValues.fields(TicketFacts.CUSTOM_FIELDS),
                    RandomValues.fields(FactSubject.REQUESTER.prefix()),
                    RandomValues.fields(FactSubject.ORGANIZATION.prefix()))
            .flatMap(List::stream)
            .filter(field -> !field.name().equals("comment.text"))
            .filter(field -> !field.name().equals("support_address"))
            .toList();
    private final ConditionReader reader = new ConditionReader(new FieldRegistry(List.of(() -> fields)));

    @Test
    void database_and_memory_agree_wherever_the_database_answers_and_it_never_leaves_one_out() {
        int exact = 0;
        for (int i = 0; i < TREES; i += AT_ONCE) {
            exact += inNewTransaction(this::agreeing);
        }
        assertThat(exact).as("trees the database answers alone").isBetween(TREES / 5, TREES - TREES / 5);
    }

    /** Asks some trees in one statement; how many of them are exact. */
    private int agreeing() {
        Map<String, Object> parameters = new HashMap<>();
        List<Condition> trees = new ArrayList<>();
        List<StoredCondition> stored = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Condition tree = reader.read(tree(1), "/condition");
            trees.add(tree);
            stored.add(StoredCondition.of(tree, NOW, parameters));
        }
        List<Object[]> rows = rows(stored, parameters);
        assertThat(rows).hasSizeGreaterThan(100);
        Map<UserId, Requester> who = requesters(rows);
        Map<UUID, List<CustomerFact>> known = known(who.values());
        for (Object[] row : rows) {
            Ticket ticket = (Ticket) row[0];
            var alone = new TicketFacts(ticket, () -> who.get(ticket.origin().requester()), "", null, NOW);
            Facts facts = CustomerFacts.beside(alone, known);
            for (int i = 0; i < AT_ONCE; i++) {
                boolean inMemory = trees.get(i).matches(facts);
                boolean inDatabase = ((Number) row[i + 1]).intValue() == 1;
                String which = "%s on %s".formatted(trees.get(i).toJson(), ticket.id());
                assertThat(inDatabase || !inMemory).as("left out: " + which).isTrue();
                assertThat(!stored.get(i).exact() || inDatabase == inMemory)
                        .as(which)
                        .isTrue();
            }
        }
        return (int) stored.stream().filter(StoredCondition::exact).count();
    }

    private List<Object[]> rows(List<StoredCondition> stored, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder("SELECT {t.*}");
        for (int i = 0; i < stored.size(); i++) {
            sql.append(", CAST(")
                    .append(stored.get(i).sql())
                    .append(" AS INT) AS answer")
                    .append(i);
        }
        NativeQuery<?> query = new Beans()
                .get(StoredTickets.Store.class)
                .em()
                .createNativeQuery(sql + " FROM ticket t WHERE t.brand_id = :brand")
                .unwrap(NativeQuery.class)
                .addEntity("t", Ticket.class);
        for (int i = 0; i < stored.size(); i++) {
            query.addScalar("answer" + i);
        }
        Query bound = query.setParameter("brand", brand.value());
        parameters.forEach(bound::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = bound.getResultList();
        return rows;
    }

    private static Map<UserId, Requester> requesters(List<Object[]> rows) {
        return new Beans()
                .get(RequesterRepository.class)
                .all(rows.stream()
                        .map(row -> ((Ticket) row[0]).origin().requester())
                        .collect(Collectors.toSet()));
    }

    private static Map<UUID, List<CustomerFact>> known(Collection<Requester> requesters) {
        List<UUID> owners = new ArrayList<>();
        requesters.forEach(requester -> {
            owners.add(requester.id().value());
            Optional.ofNullable(requester.organizationId()).ifPresent(organization -> owners.add(organization.value()));
        });
        return new Beans().get(CustomerFactRepository.class).of(owners);
    }

    private JsonObject tree(int depth) {
        return switch (depth >= 4 ? 3 : random.nextInt(5)) {
            case 0 -> StoredJson.object().add("all", children(depth, 0)).build();
            case 1 -> StoredJson.object().add("any", children(depth, 1)).build();
            case 2 -> StoredJson.object().add("not", tree(depth + 1)).build();
            default -> check();
        };
    }

    private JsonArrayBuilder children(int depth, int atLeast) {
        JsonArrayBuilder children = StoredJson.array();
        for (int i = atLeast + random.nextInt(3); i > 0; i--) {
            children.add(tree(depth + 1));
        }
        return children;
    }

    private JsonObject check() {
        Field field = one(fields);
        List<Operator> operators = field.type().operators().stream()
                .filter(operator -> operator != Operator.MATCHES && !operator.eventOnly())
                .toList();
        Operator operator = one(operators);
        var check = StoredJson.object().add("field", field.name()).add("operator", operator.outside());
        switch (operator.takes()) {
            case YES_OR_NO -> check.add("value", random.nextBoolean());
            case DURATION -> check.add("value", one(List.of("PT0S", "PT4H", "P2D", "P30D")));
            case ONE -> check.add("value", operand(field));
            case SEVERAL ->
                check.add("value", StoredJson.array().add(operand(field)).add(operand(field)));
        }
        return check.build();
    }

    private JsonValue operand(Field field) {
        return switch (field.type()) {
            case CHOICE, LEVEL -> StoredJson.text(one(field.choices()));
            case NUMBER ->
                field.name().startsWith("ticket.tier")
                        ? Json.createValue(random.nextInt(5))
                        : tickets.values().asked();
            case REFERENCE -> StoredJson.text(reference(field));
            case TIME -> StoredJson.text(tickets.time().toString());
            case DATE -> StoredJson.text(tickets.values().date());
            case FLAG -> random.nextBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case TEXT, ADDRESS -> StoredJson.text(tickets.values().part());
            case SET -> StoredJson.text(one(field.choices().isEmpty() ? StoredTickets.WORDS : field.choices()));
        };
    }

    private String reference(Field field) {
        UUID id = one(tickets.ids());
        return PublicId.format(String.valueOf(field.referencePrefix()), id);
    }

    private <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
