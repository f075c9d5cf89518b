package io.bilet.field;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.condition.Field;
import io.bilet.condition.FieldUser;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.StaleVersion;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.time.BusinessClock;
import io.bilet.platform.typed.TypedValues;
import io.bilet.platform.typed.ValueType;
import io.bilet.testing.Beans;
import io.bilet.ticket.TicketStatus;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomFieldAdminIT {

    private final List<FieldUser.Use> uses = new ArrayList<>();
    private final Beans beans = new Beans()
            .with(BusinessClock.standingAt(Instant.parse("2026-11-23T09:00:00Z")))
            .with(FieldUser.class, field -> uses);
    private final CustomFieldAdmin admin = beans.get(CustomFieldAdmin.class);
    private final CustomFields fields = beans.get(CustomFields.class);
    private final String key = "f" + System.nanoTime();

    /** Other tests open tickets, which would begin with the defaults of these. */
    @AfterEach
    void switch_them_off() {
        uses.clear();
        inNewTransaction(() -> beans.get(CustomFieldRepository.class).active())
                .forEach(field -> admin.update(field.id(), Optional.empty(), false, terms -> terms));
    }

    @Test
    void a_field_is_asked_about_as_its_type_says_while_it_is_active() {
        CustomField field = admin.create(key, ValueType.NUMBER, json("{'label': {'en': 'Seats'}, 'minimum': 1}"));

        assertThat(present().type().outside()).isEqualTo("number");
        admin.update(field.id(), Optional.of(0), false, terms -> terms);
        assertThat(present()).isNull();
        assertThatThrownBy(() -> admin.update(field.id(), Optional.of(0), true, terms -> terms))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void what_a_rule_asks_about_keeps_its_choices_and_stays() {
        CustomField field = admin.create(key, ValueType.CHOICE, json("{'choices': [{'value': 'a'}, {'value': 'b'}]}"));
        uses.add(new FieldUser.Use("routing rule", "Gold first"));

        assertThatThrownBy(() -> admin.remove(field.id(), Optional.empty()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("routing rule \"Gold first\"");
        assertThatThrownBy(() -> admin.update(field.id(), Optional.empty(), false, terms -> terms))
                .isInstanceOf(Conflict.class);
        JsonObject fewer = json("{'choices': [{'value': 'b'}, {'value': 'c'}]}");
        assertThatThrownBy(() -> admin.update(field.id(), Optional.empty(), null, terms -> fewer))
                .isInstanceOf(Conflict.class);
        JsonObject more = json("{'choices': [{'value': 'c'}, {'value': 'b'}, {'value': 'a'}]}");
        admin.update(field.id(), Optional.empty(), null, terms -> more);
        assertThat(present().choices()).containsExactly("c", "b", "a");
    }

    @Test
    void a_key_is_taken_once_and_a_default_keeps_the_rules() {
        admin.create(key, ValueType.TEXT, json("{'default_value': 'none'}"));

        assertThatThrownBy(() -> admin.create(key, ValueType.TEXT, json("{}"))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> admin.create(key + "_2", ValueType.NUMBER, json("{'default_value': 'none'}")))
                .isInstanceOf(InvalidInput.class);
        assertThat(inNewTransaction(() -> fields.withDefaults(TypedValues.NONE)).text(key))
                .isEqualTo("none");
    }

    @Test
    void values_change_one_by_one_and_every_mistake_is_named() {
        admin.create(key, ValueType.TEXT, json("{'required_for': ['solved'], 'for_requesters': true}"));
        admin.create(key + "_n", ValueType.NUMBER, json("{}"));
        inNewTransaction(this::change);
    }

    private boolean change() {
        TypedValues both = fields.changed(TypedValues.NONE, values("'X1'", "2"), false);

        TypedValues one = fields.changed(both, values("null", "3"), false);
        assertThat(one.text(key)).isNull();
        assertThat(one.text(key + "_n")).isEqualTo("3");
        assertThatThrownBy(() -> fields.changed(both, values("5", "'x'"), false))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.pointer())
                        .containsExactlyInAnyOrder("/custom_fields/" + key, "/custom_fields/" + key + "_n"));
        assertThatThrownBy(() -> fields.changed(TypedValues.NONE, values("'X1'", "2"), true))
                .hasMessage("There is no such custom field.");
        assertThat(fields.ofRequesters()).containsExactly(key);
        fields.requireFor(TicketStatus.SOLVED, TypedValues.NONE, both);
        assertThatThrownBy(() -> fields.requireFor(TicketStatus.SOLVED, both, one))
                .isInstanceOf(InvalidInput.class);
        return true;
    }

    /** As a node sees it that looks now. */
    private @Nullable Field present() {
        return inNewTransaction(new Beans().get(CustomFields.class)::present).get("ticket.custom_fields." + key);
    }

    private JsonObject values(String text, String number) {
        return json("{'%s': %s, '%s_n': %s}".formatted(key, text, key, number));
    }

    private static JsonObject json(String text) {
        return StoredJson.readObject(text.replace('\'', '"'));
    }
}
