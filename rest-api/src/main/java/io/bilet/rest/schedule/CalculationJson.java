package io.bilet.rest.schedule;

import io.bilet.api.v1.model.CalculationAnswer;
import io.bilet.api.v1.model.CalculationAnswers;
import io.bilet.api.v1.model.Calculations;
import io.bilet.platform.error.InvalidInput;
import io.bilet.schedule.Calculation;
import io.bilet.schedule.WorkingHours;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Questions about business time as the API takes them, and their answers. */
final class CalculationJson {

    private CalculationJson() {}

    /** Answers each question by these hours, in their order. */
    static CalculationAnswers answers(Calculations questions, WorkingHours hours) {
        List<CalculationAnswer> answers = new ArrayList<>();
        for (io.bilet.api.v1.model.Calculation question : questions.getItems()) {
            String pointer = "/items/" + answers.size();
            answers.add(of(toCalculation(question, pointer).answer(hours, pointer)));
        }
        return new CalculationAnswers().items(answers);
    }

    private static Calculation toCalculation(io.bilet.api.v1.model.Calculation question, String pointer) {
        boolean asksDue = question.getBusinessSeconds() != null;
        if (asksDue == (question.getEnd() != null)) {
            throw new InvalidInput(pointer, "one_of", "Either end or business_seconds is needed, not both.");
        }
        if (asksDue) {
            return new Calculation.Due(question.getStart(), Duration.ofSeconds(question.getBusinessSeconds()));
        }
        if (question.getEnd().isBefore(question.getStart())) {
            throw new InvalidInput(pointer + "/end", "out_of_order", "The end must not be before the start.");
        }
        return new Calculation.Elapsed(question.getStart(), question.getEnd());
    }

    private static CalculationAnswer of(Calculation.Answer answer) {
        if (answer instanceof Calculation.At at) {
            return new CalculationAnswer().due(at.due());
        }
        return new CalculationAnswer()
                .businessSeconds(((Calculation.Passed) answer).business().toSeconds());
    }
}
