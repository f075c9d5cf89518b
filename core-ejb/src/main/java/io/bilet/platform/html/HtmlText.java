package io.bilet.platform.html;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Reads HTML as plain text: paragraphs, lists and tables on lines of their own, what is quoted after {@code "> "} as in
 * plain mail.
 */
public final class HtmlText implements NodeFilter {

    private static final Set<String> UNSEEN =
            Set.of("head", "title", "style", "script", "noscript", "template", "object");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul");
    private static final Set<String> SPACED =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ul", "ol");

    private final StringBuilder text = new StringBuilder();
    private int quoteDepth;
    private int preDepth;
    private boolean lineIsEmpty = true;
    private boolean blankPending;
    private int emptyLines = 1;

    private HtmlText() {}

    public static String of(String html) {
        HtmlText reading = new HtmlText();
        NodeTraversor.filter(reading, Jsoup.parse(html));
        return reading.text.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            write(preDepth > 0 ? words.getWholeText() : words.text(), preDepth > 0);
        } else if (node instanceof Element element) {
            return open(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        String name = element.normalName();
        if (UNSEEN.contains(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("br")) {
            newLine();
            return FilterResult.CONTINUE;
        }
        if (BLOCKS.contains(name)) {
            endLine();
        }
        quoteDepth += isQuote(element) ? 1 : 0;
        preDepth += name.equals("pre") ? 1 : 0;
        if (name.equals("li")) {
            write("- ", true);
        } else if (name.equals("td") || name.equals("th")) {
            blankPending = true;
        }
        return FilterResult.CONTINUE;
    }

    private void close(Element element) {
        String name = element.normalName();
        if (BLOCKS.contains(name)) {
            endLine();
        }
        if (SPACED.contains(name) && emptyLines == 0) {
            newLine();
        }
        quoteDepth -= isQuote(element) ? 1 : 0;
        preDepth -= name.equals("pre") ? 1 : 0;
    }

    /** A blockquote without a border only indents: some writers' programs offer it as a format. */
    private static boolean isQuote(Element element) {
        return element.normalName().equals("blockquote")
                && !element.attr("style").replace(" ", "").contains("border:none");
    }

    private void write(String words, boolean asIs) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (asIs && c == '\n') {
                newLine();
            } else if (!asIs && (Character.isWhitespace(c) || c == '\u00A0')) {
                blankPending = true;
            } else if (c != '\0' && c != '\r') {
                letter(c);
            }
        }
    }

    private void letter(char c) {
        if (lineIsEmpty) {
            text.append("> ".repeat(quoteDepth));
        } else if (blankPending) {
            text.append(' ');
        }
        blankPending = false;
        lineIsEmpty = false;
        emptyLines = 0;
        text.append(c);
    }

    private void endLine() {
        if (!lineIsEmpty) {
            newLine();
            emptyLines = 0;
        }
    }

    private void newLine() {
        if (lineIsEmpty && quoteDepth > 0 && !text.isEmpty()) {
            text.append(">".repeat(quoteDepth));
        }
        emptyLines += lineIsEmpty ? 1 : 0;
        text.append('\n');
        lineIsEmpty = true;
        blankPending = false;
    }
}
