package io.bilet.template;

import io.bilet.platform.error.InvalidInput;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liqp.parser.Flavor;

/** A text with placeholders that may be used: it can be read, and names nothing that does not exist. */
public final class Template {

    /** A long answer, several times over. */
    public static final int LENGTH_MAX = 20_000;

    /** Placeholders and tags together. */
    static final int MARKS_MAX = 400;

    /** Longer expressions are not read by people, and nest deeper than a parser can go. */
    static final int MARK_LENGTH_MAX = 500;

    private static final Pattern MARK = Pattern.compile("\\{\\{|\\{%");

    private static final TemplateParser PARSER = new TemplateParser.Builder()
            .withFlavor(Flavor.LIQUID)
            .withNameResolver(name -> {
                throw new IllegalStateException("A template reads no other");
            })
            .withMaxIterations(Run.ROUNDS_MAX)
            .withMaxSizeRenderedString(Run.OUTPUT_LENGTH_MAX)
            .withMaxTemplateSizeBytes(LENGTH_MAX)
            .build();

    private final String source;
    private final ParseTree tree;
    private final Set<String> roots;

    private Template(String source, ParseTree tree, Set<String> roots) {
        this.source = source;
        this.tree = tree;
        this.roots = Set.copyOf(roots);
    }

    /**
     * Reads a template.
     *
     * @throws InvalidInput naming {@code pointer}, with the line of what cannot be read or is not known
     */
    public static Template parse(String source, String pointer) {
        if (source.length() > LENGTH_MAX) {
            throw new InvalidInput(pointer, "too_long", "At most %d characters are allowed.".formatted(LENGTH_MAX));
        }
        try {
            requireModestMarks(source);
            ParseTree tree = PARSER.parse(source).getParseTree();
            Plan plan = new Plan();
            plan.visit(tree);
            return new Template(source, tree, plan.roots());
        } catch (Malformed malformed) {
            throw new InvalidInput(pointer, malformed.code(), malformed.told());
        } catch (LiquidException unreadable) {
            Malformed malformed = new Malformed("malformed_template", "this is not Liquid.", unreadable.line);
            throw new InvalidInput(pointer, malformed.code(), malformed.told());
        }
    }

    /**
     * Fills the template in.
     *
     * @param values by the first part of a placeholder's name a map of the rest; what is absent or null is missing
     * @throws TooCostly if it goes on for too long or writes too much
     */
    public Rendering render(Map<String, Object> values, Target target, Reader reader) {
        Run run = new Run(PARSER, values, target, reader);
        // Made anew each time: what the library makes of a tree is not for two threads.
        String text = String.valueOf(new Plan().visit(tree).render(run));
        return new Rendering(target.whole(text), run.unresolved());
    }

    public String source() {
        return source;
    }

    /** What it asks about, such as {@code ticket} or {@code requester}: the first parts of its placeholders' names. */
    public Set<String> roots() {
        return roots;
    }

    /** Keeps the parser, which calls itself for whatever nests, from being led too deep. */
    private static void requireModestMarks(String source) {
        Matcher marks = MARK.matcher(source);
        int count = 0;
        while (marks.find()) {
            count++;
            int end = source.indexOf(marks.group().equals("{{") ? "}}" : "%}", marks.end());
            if (count > MARKS_MAX || end - marks.end() > MARK_LENGTH_MAX) {
                throw at(source, marks.start());
            }
        }
    }

    private static Malformed at(String source, int place) {
        int line = 1
                + (int) source.substring(0, place)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Malformed(
                "too_long",
                "there are at most %d placeholders and tags of %d characters each."
                        .formatted(MARKS_MAX, MARK_LENGTH_MAX),
                line);
    }
}
