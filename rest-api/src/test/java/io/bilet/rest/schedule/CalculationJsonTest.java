package io.bilet.rest.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.api.v1.model.Calculation;
import io.bilet.api.v1.model.CalculationAnswer;
import io.bilet.api.v1.model.Calculations;
import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import io.bilet.schedule.WorkingHours;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalculationJsonTest {

    private static final Instant START = Instant.parse("2026-11-20T15:30:00Z");
    private static final Instant LATER = Instant.parse("2026-11-20T17:30:00Z");

    @Test
    void questions_of_both_kinds_are_answered_in_their_order() {
        var questions = List.of(
                new Calculation().start(START).businessSeconds(7_200L),
                new Calculation().start(START).end(LATER));

        var answers = CalculationJson.answers(new Calculations().items(questions), WorkingHours.always());

        assertThat(answers.getItems())
                .containsExactly(new CalculationAnswer().due(LATER), new CalculationAnswer().businessSeconds(7_200L));
    }

    @Test
    void a_question_asks_for_one_thing() {
        assertThat(refusedAt(new Calculation().start(START))).isEqualTo("/items/1");
        assertThat(refusedAt(new Calculation().start(START).end(LATER).businessSeconds(1L)))
                .isEqualTo("/items/1");
    }

    @Test
    void time_does_not_pass_backwards() {
        assertThat(refusedAt(new Calculation().start(LATER).end(START))).isEqualTo("/items/1/end");
    }

    private static String refusedAt(Calculation second) {
        var questions = List.of(new Calculation().start(START).businessSeconds(0L), second);
        var pointer = new String[1];
        assertThatThrownBy(() -> CalculationJson.answers(new Calculations().items(questions), WorkingHours.always()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> pointer[0] = refused.errors().stream()
                                .map(FieldError::pointer)
                                .findFirst()
                                .orElseThrow());
        return pointer[0];
    }
}
