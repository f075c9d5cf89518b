package io.bilet.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import liqp.Insertions;
import liqp.blocks.Case;
import liqp.blocks.Comment;
import liqp.blocks.For;
import liqp.blocks.If;
import liqp.blocks.Raw;
import liqp.blocks.Unless;
import liqp.filters.Filters;
import liqp.nodes.LNode;
import liqp.nodes.LookupNode;
import liqp.org.antlr.v4.runtime.ParserRuleContext;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liqp.parser.v4.NodeVisitor;
import liqp.tags.Break;
import liqp.tags.Continue;
import liquid.parser.v4.LiquidParser.Atom_assignmentContext;
import liquid.parser.v4.LiquidParser.Atom_tagContext;
import liquid.parser.v4.LiquidParser.FilterContext;
import liquid.parser.v4.LiquidParser.For_arrayContext;
import liquid.parser.v4.LiquidParser.For_rangeContext;
import liquid.parser.v4.LiquidParser.IndexContext;
import liquid.parser.v4.LiquidParser.Lookup_StrContext;
import liquid.parser.v4.LiquidParser.Lookup_id_indexesContext;
import liquid.parser.v4.LiquidParser.OutputContext;
import liquid.parser.v4.LiquidParser.ParamsContext;
import liquid.parser.v4.LiquidParser.Term_lookupContext;

/**
 * Makes of a parsed template what can be rendered, and refuses what a template may not say: tags that read files, keep
 * variables or count, names that are not {@link Placeholders}, filters that are not {@link WordFilters}.
 */
final class Plan extends NodeVisitor {

    /** Nobody reads deeper. */
    static final int DEPTH_MAX = 10;

    private static final Set<String> TAGS =
            Set.of("if", "unless", "case", "for", "comment", "raw", "break", "continue");

    private static final Insertions INSERTIONS = Insertions.of(
            new If(), new Unless(), new Case(), new For(), new Comment(), new Raw(), new Break(), new Continue());

    private static final Pattern NOT_A_WORD = Pattern.compile("\\W");

    private final Deque<String> loops = new ArrayDeque<>();
    private final Set<String> roots = new TreeSet<>();
    private int depth;

    Plan() {
        super(INSERTIONS, Filters.EMPTY, true);
    }

    /** What a template asks about: the first parts of its placeholders' names. */
    Set<String> roots() {
        return roots;
    }

    @Override
    public LNode visitAtom_tag(Atom_tagContext tag) {
        String name = name(tag.tag());
        if (!TAGS.contains(name)) {
            throw refused(tag, "unknown_tag", "only " + listed(TAGS) + " are known.");
        }
        depth++;
        if (depth > DEPTH_MAX) {
            throw refused(tag, "too_deep", "tags stand in each other %d deep at most.".formatted(DEPTH_MAX));
        }
        LNode node = super.visitAtom_tag(tag);
        depth--;
        return node;
    }

    @Override
    public LNode visitAtom_assignment(Atom_assignmentContext assignment) {
        throw refused(assignment, "unknown_tag", "only " + listed(TAGS) + " are known.");
    }

    @Override
    public LNode visitFor_array(For_arrayContext loop) {
        loops.push(loop.id().getText());
        LNode node = super.visitFor_array(loop);
        loops.pop();
        return node;
    }

    @Override
    public LNode visitFor_range(For_rangeContext loop) {
        loops.push(loop.id().getText());
        LNode node = super.visitFor_range(loop);
        loops.pop();
        return node;
    }

    @Override
    public LNode visitOutput(OutputContext output) {
        boolean isName = output.term() instanceof Term_lookupContext;
        List<Blank.Step> steps = new ArrayList<>();
        output.filter().forEach(filter -> steps.add(step(filter)));
        return new Blank(isName ? output.term().getText() : null, visit(output.term()), steps);
    }

    private Blank.Step step(FilterContext used) {
        WordFilter filter = WordFilters.named(used.Id().getText());
        if (filter == null) {
            throw refused(used, "unknown_filter", "only " + listed(WordFilters.names()) + " are known.");
        }
        List<LNode> parameters = new ArrayList<>();
        if (used.params() != null) {
            used.params().param_expr().forEach(parameter -> parameters.add(visit(parameter)));
        }
        if (!filter.takes(parameters.size())) {
            throw refused(used, "unknown_filter", "this filter takes another number of parameters.");
        }
        if (filter.name().equals(WordFilters.DATE) && !Words.STYLES.containsKey(quoted(used.params()))) {
            throw refused(used, "unknown_filter", "a date is written " + listed(Words.STYLES.keySet()) + ".");
        }
        return new Blank.Step(filter, parameters);
    }

    private static String quoted(ParamsContext parameters) {
        String text = parameters.getText();
        return text.length() < 4 ? "" : text.substring(2, text.length() - 1);
    }

    @Override
    public LookupNode visitLookup_id_indexes(Lookup_id_indexesContext lookup) {
        String first = lookup.id().getText();
        boolean isOfLoop = !loops.isEmpty() && (first.equals("forloop") || loops.contains(first));
        boolean isPlain = lookup.index().stream().allMatch(index -> index.Dot() != null) && lookup.QMark() == null;
        if (!isPlain || !(isOfLoop || Placeholders.knows(path(first, lookup.index())))) {
            throw refused(lookup, "unknown_placeholder", "there is no such placeholder.");
        }
        if (!isOfLoop) {
            roots.add(first);
        }
        return super.visitLookup_id_indexes(lookup);
    }

    /** The word after the opening brace. */
    private static String name(ParseTree tag) {
        ParseTree inner = tag;
        while (inner.getChildCount() == 1) {
            inner = inner.getChild(0);
        }
        return inner.getChildCount() < 2
                ? ""
                : NOT_A_WORD.split(inner.getChild(1).getText().strip(), 2)[0];
    }

    private static String path(String first, List<IndexContext> rest) {
        return first + rest.stream().map(index -> "." + index.id2().getText()).collect(Collectors.joining());
    }

    @Override
    public LookupNode visitLookup_Str(Lookup_StrContext lookup) {
        throw refused(lookup, "unknown_placeholder", "there is no such placeholder.");
    }

    private static String listed(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private static Malformed refused(ParserRuleContext at, String code, String reason) {
        return new Malformed(code, reason, at.getStart().getLine());
    }
}
