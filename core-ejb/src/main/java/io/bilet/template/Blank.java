package io.bilet.template;

import java.util.ArrayList;
import java.util.List;
import liqp.TemplateContext;
import liqp.nodes.LNode;
import org.jspecify.annotations.Nullable;

/**
 * What stands between double braces: a value, what is done to it, and how it is written.
 *
 * @param placeholder the name asked for; null where the template's author wrote the value itself
 */
record Blank(@Nullable String placeholder, LNode value, List<Step> steps) implements LNode {

    /** One filter with its parameters. */
    record Step(WordFilter filter, List<LNode> parameters) {

        @Nullable
        Object apply(@Nullable Object value, Run run) {
            List<@Nullable Object> with = new ArrayList<>();
            parameters.forEach(parameter -> with.add(parameter.render(run)));
            return filter.apply(value, with, run.reader());
        }
    }

    @Override
    public Object render(TemplateContext context) {
        Run run = (Run) context;
        Object shown = value.render(run);
        boolean isMissing = Words.isMissing(shown);
        for (Step step : steps) {
            shown = step.apply(shown, run);
        }
        String text = Words.of(shown, run.reader());
        if (isMissing && placeholder != null) {
            run.miss(placeholder, declaresFallback() ? text : null);
        }
        return run.escaped(text);
    }

    private boolean declaresFallback() {
        return steps.stream().anyMatch(step -> step.filter().name().equals(WordFilters.DEFAULT));
    }
}
