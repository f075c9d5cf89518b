package io.bilet.fact;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.condition.Facts;
import io.bilet.people.UserId;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.time.BusinessClock;
import io.bilet.platform.typed.ValueType;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomerFactAdminIT {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private final Beans beans = new Beans().with(BusinessClock.standingAt(MONDAY));
    private final CustomerFactAdmin admin = beans.get(CustomerFactAdmin.class);
    private final CustomerFacts customers = beans.get(CustomerFacts.class);
    private final String key = "f" + System.nanoTime();
    private final UserId ada = UserId.next();

    @Test
    void the_latest_observation_is_known_whatever_the_order_in_which_they_come() {
        define("{'valid_for': 'PT1H'}");

        see("1", MONDAY.minusSeconds(60));
        CustomerFact known = see("2", MONDAY);
        CustomerFact late = see("9", MONDAY.minusSeconds(30));

        assertThat(late).isEqualTo(known);
        assertThat(known.value()).hasToString("2");
        assertThat(known.previous()).hasToString("1");
        assertThat(known.isFresh(MONDAY.plus(Duration.ofMinutes(59)))).isTrue();
        assertThat(known.isFresh(MONDAY.plus(Duration.ofHours(1)))).isFalse();
        CustomerFact again = see("2", MONDAY);
        assertThat(again.changedAt()).isEqualTo(known.changedAt());
        assertThat(again.previous()).hasToString("1");
    }

    @Test
    void a_condition_reads_what_is_known_and_what_is_stale_is_told_once() {
        define("{'valid_for': 'PT1H'}");
        see("1", MONDAY.minus(Duration.ofHours(2)));
        String field = "requester.facts." + key;
        Facts ticket = customers.beside(Map.of("ticket.requester_id", ada.toString(), Facts.NOW, MONDAY)::get);

        long statements = TestDatabase.statements(() -> inNewTransaction(() -> {
            assertThat(ticket.value(field)).hasToString("1");
            assertThat(ticket.value(field)).hasToString("1");
            assertThat(ticket.value("organization.facts." + key)).isNull();
            return true;
        }));

        assertThat(statements).isEqualTo(1);
        assertThat(beans.fired()).containsOnlyOnce(new StaleFact(FactSubject.REQUESTER, ada.value(), key));
    }

    @Test
    void what_is_forgotten_or_no_longer_defined_is_not_known() {
        FactDefinition definition = define("{}");
        see("1", null);
        assertThat(known()).hasSize(1);
        admin.forget(ada, key);
        assertThat(known()).isEmpty();
        see("1", null);
        beans.get(FactDefinitionAdmin.class).remove(definition.id(), Optional.of(0));

        assertThat(known()).isEmpty();
        Beans later = new Beans().with(BusinessClock.standingAt(MONDAY));
        assertThatThrownBy(() -> later.get(CustomerFactAdmin.class)
                        .observe(ada, key, new Observation(JsonValue.TRUE, "crm", null, null)))
                .isInstanceOf(NotFound.class);
    }

    private FactDefinition define(String terms) {
        return beans.get(FactDefinitionAdmin.class).create(FactSubject.REQUESTER, key, ValueType.NUMBER, json(terms));
    }

    private CustomerFact see(String value, @Nullable Instant at) {
        JsonValue number = json("{'v': " + value + "}").get("v");
        return admin.observe(ada, key, new Observation(Objects.requireNonNull(number), "crm", at, null));
    }

    private List<CustomerFact> known() {
        return inNewTransaction(() -> beans.get(CustomerFactRepository.class).of(List.of(ada.value())))
                .getOrDefault(ada.value(), List.of());
    }

    private static JsonObject json(String text) {
        return StoredJson.readObject(text.replace('\'', '"'));
    }
}
