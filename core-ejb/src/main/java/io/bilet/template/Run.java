package io.bilet.template;

import io.bilet.template.Rendering.Unresolved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liqp.RenderTransformer.ObjectAppender;
import liqp.TemplateContext;
import liqp.TemplateParser;
import org.jspecify.annotations.Nullable;

/** One rendering of one template: what it may use, what it has used up, and what it found missing. */
final class Run extends TemplateContext {

    /** Far more than a mail that is read to its end. */
    static final int OUTPUT_LENGTH_MAX = 65_536;

    /** Rounds of all loops together. */
    static final int ROUNDS_MAX = 1_000;

    /** A template of any use takes less than a millisecond. */
    private static final long NANOS_MAX = Duration.ofMillis(250).toNanos();

    /** What all renderings of nested blocks share. */
    private static final class Spent {
        private final long deadline = System.nanoTime() + NANOS_MAX;
        private int rounds;
        private long written;
        private final Map<String, Unresolved> unresolved = new LinkedHashMap<>();
    }

    private final Target target;
    private final Reader reader;
    private final Spent spent;

    Run(TemplateParser parser, Map<String, Object> values, Target target, Reader reader) {
        super(parser, values);
        this.target = target;
        this.reader = reader;
        this.spent = new Spent();
    }

    private Run(Map<String, Object> values, Run outer) {
        super(values, outer);
        this.target = outer.target;
        this.reader = outer.reader;
        this.spent = outer.spent;
    }

    Reader reader() {
        return reader;
    }

    String escaped(String value) {
        return target.escape(value);
    }

    /** Notes that a placeholder had no value. */
    void miss(String placeholder, @Nullable String fallback) {
        spent.unresolved.putIfAbsent(placeholder, new Unresolved(placeholder, fallback));
    }

    List<Unresolved> unresolved() {
        return new ArrayList<>(spent.unresolved.values());
    }

    @Override
    public TemplateContext newChildContext(Map<String, Object> variables) {
        return new Run(variables, this);
    }

    @Override
    public void incrementIterations() {
        spent.rounds++;
        if (spent.rounds > ROUNDS_MAX) {
            throw new TooCostly("A template goes round its loops %d times at most.".formatted(ROUNDS_MAX));
        }
        requireTime();
    }

    @Override
    public ObjectAppender.Controller newObjectAppender(int expected) {
        requireTime();
        return new Writing();
    }

    private void requireTime() {
        if (System.nanoTime() > spent.deadline) {
            throw new TooCostly("A template takes a quarter of a second at most.");
        }
    }

    /** What one block writes. A nested block's text counts again in the block around it, so depth counts too. */
    private final class Writing implements ObjectAppender.Controller {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void append(Object piece) {
            String words = String.valueOf(piece);
            spent.written += words.length();
            if (text.length() + words.length() > OUTPUT_LENGTH_MAX || spent.written > 20L * OUTPUT_LENGTH_MAX) {
                throw TooCostly.tooLong();
            }
            text.append(words);
        }

        @Override
        public Object getResult() {
            return text.toString();
        }
    }
}
