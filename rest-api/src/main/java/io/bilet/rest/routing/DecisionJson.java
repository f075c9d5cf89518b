package io.bilet.rest.routing;

import io.bilet.api.v1.model.Candidate;
import io.bilet.api.v1.model.DecisionKind;
import io.bilet.api.v1.model.DecisionOutcome;
import io.bilet.api.v1.model.DecisionSubject;
import io.bilet.api.v1.model.FieldChange;
import io.bilet.decision.Candidates;
import io.bilet.decision.Decision;
import io.bilet.decision.Effect;
import io.bilet.decision.Subject;
import io.bilet.people.UserId;
import io.bilet.platform.json.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions as the API shows them. */
final class DecisionJson {

    private DecisionJson() {}

    static io.bilet.api.v1.model.Decision of(Decision decision) {
        return new io.bilet.api.v1.model.Decision()
                .id(decision.id().toString())
                .kind(DecisionKind.fromValue(Wire.of(decision.kind())))
                .at(decision.at())
                .outcome(DecisionOutcome.fromValue(Wire.of(decision.outcome())))
                .subject(subject(decision.subject()))
                .effects(decision.effects().stream().map(DecisionJson::effect).toList())
                .evaluation(decision.evaluation())
                .candidates(candidates(decision.candidates()));
    }

    private static DecisionSubject subject(Subject subject) {
        return new DecisionSubject().type(subject.type()).id(subject.id()).version(subject.version());
    }

    private static FieldChange effect(Effect effect) {
        return new FieldChange().field(effect.field()).from(effect.from()).to(effect.to());
    }

    private static @Nullable List<Candidate> candidates(@Nullable Candidates candidates) {
        return candidates == null
                ? null
                : candidates.each().stream()
                        .map(each -> new Candidate()
                                .agentId(new UserId(each.agentId()).toString())
                                .eligible(each.verdict().eligible())
                                .reasons(each.verdict().reasons()))
                        .toList();
    }
}
