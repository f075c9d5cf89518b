package io.bilet.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final String REFUND = "{'field':'text','operator':'contains','value':'refund'}";
    private static final String HIGH = "{'field':'level','operator':'is','value':'high'}";

    @Test
    void an_explanation_names_every_node_with_what_it_saw() {
        Condition condition = TestFields.condition("{'all':[%s,%s]}".formatted(REFUND, HIGH));

        Evaluation evaluation = condition.evaluate(TestFields.facts("text", "My refund", "level", "low"));

        assertThat(evaluation.toJson()).isEqualTo(TestFields.object("""
                {'op':'all','result':false,'children':[
                 {'field':'text','operator':'contains','value':'refund','actual':'My refund','result':true},
                 {'field':'level','operator':'is','value':'high','actual':'low','result':false}]}"""));
    }

    @Test
    void what_was_settled_before_it_was_looked_at_has_no_result() {
        Condition condition = TestFields.condition("{'any':[%s,{'not':%s}]}".formatted(REFUND, HIGH));

        Evaluation evaluation = condition.evaluate(TestFields.facts("text", "refund"));

        assertThat(evaluation.result()).isTrue();
        assertThat(evaluation.children().get(1).result()).isNull();
        assertThat(evaluation.children().get(1).op()).isEqualTo("not");
    }

    @Test
    void an_explanation_shows_neither_who_it_was_nor_long_texts() {
        Facts facts = TestFields.facts("address", "ann.smith@example.org", "text", "x".repeat(5_000));
        Condition address = TestFields.condition("{'field':'address','operator':'in_domain','value':'example.org'}");

        assertThat(address.evaluate(facts).actual()).isEqualTo("***@example.org");
        assertThat(TestFields.condition(REFUND).evaluate(facts).actual())
                .hasSize(200)
                .endsWith("…");
    }

    @Test
    void the_deciding_check_is_the_first_that_made_the_answer() {
        Condition condition =
                TestFields.condition("{'all':[%s,{'any':[%s,{'not':%s}]}]}".formatted(REFUND, HIGH, REFUND));

        assertThat(condition.deciding(TestFields.facts("text", "hello")))
                .isSameAs(condition.checks().get(0));
        assertThat(condition.deciding(TestFields.facts("text", "refund", "level", "low")))
                .isSameAs(condition.checks().get(1));
        assertThat(All.ALWAYS.deciding(TestFields.facts())).isNull();
    }

    @Test
    void a_sheet_of_facts_asks_each_once_until_told_to_forget() {
        AtomicInteger asked = new AtomicInteger();
        FactSheet sheet = new FactSheet(field -> field.equals("text") ? "A" + asked.incrementAndGet() : null);

        assertThat(sheet.folded("text")).isEqualTo("a1").isEqualTo(sheet.folded("text"));
        assertThat(sheet.value("level")).isNull();

        sheet.forget("text");
        assertThat(sheet.folded("text")).isEqualTo("a2");
    }
}
