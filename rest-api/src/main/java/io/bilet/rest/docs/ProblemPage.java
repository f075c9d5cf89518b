package io.bilet.rest.docs;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page about one kind of problem, as HTML.
 *
 * @param html a whole document that needs nothing else
 */
record ProblemPage(String html) {

    private static final Pattern SLUG = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern PARAGRAPH = Pattern.compile("\n\n+");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The page of the problem with this slug, if there is such a problem. */
    static Optional<ProblemPage> of(String slug) {
        return SLUG.matcher(slug).matches()
                ? Published.bytes("problems/" + slug + ".md").map(bytes -> of(slug, bytes))
                : Optional.empty();
    }

    private static ProblemPage of(String slug, byte[] markdown) {
        String body = PARAGRAPH
                .splitAsStream(new String(markdown, StandardCharsets.UTF_8).strip())
                .map(ProblemPage::element)
                .collect(Collectors.joining("\n"));
        return new ProblemPage("""
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                %s
                </body>
                </html>
                """.formatted(slug, body));
    }

    private static String element(String paragraph) {
        String text = CODE.matcher(escape(paragraph)).replaceAll("<code>$1</code>");
        if (text.startsWith("## ")) {
            return "<h2>" + text.substring(3) + "</h2>";
        }
        return text.startsWith("# ") ? "<h1>" + text.substring(2) + "</h1>" : "<p>" + text + "</p>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
