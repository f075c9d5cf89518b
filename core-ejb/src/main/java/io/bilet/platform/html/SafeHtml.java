package io.bilet.platform.html;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Cleans the HTML of strangers by an allow-list: text, lists, tables, links and pictures that came with the message.
 *
 * <p>No script, style, form or frame is left, no address but absolute {@code https} and {@code mailto}, and no
 * picture from elsewhere: a remote picture tells its owner who reads, a relative one reads with the reader's rights.
 */
public final class SafeHtml {

    /** Raised whenever the rules change, so that stored HTML of an older version can be found and cleaned again. */
    public static final int POLICY_VERSION = 1;

    /** Markup that still changes after so many rounds was made to confuse; its text is kept alone. */
    private static final int ROUNDS_MAX = 4;

    private static final Pattern HTTPS =
            Pattern.compile("(?i)https://[\\p{L}\\p{N}][^\\s\\\\<>\"'`\\p{Cc}\\p{Cf}]{0,4000}");
    private static final Pattern MAILTO = Pattern.compile("(?i)mailto:[^\\s\\\\<>\"'`\\p{Cc}\\p{Cf}]{1,1000}");
    private static final Pattern SMALL_NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final PolicyFactory WITHOUT_PICTURES = policy(Set.of());

    private SafeHtml() {}

    /** Cleans HTML that brings no pictures. */
    public static String of(String html) {
        return settled(html, WITHOUT_PICTURES);
    }

    /**
     * Cleans HTML that may show the pictures it came with.
     *
     * @param contentIds of those pictures, without angle brackets; a {@code cid:} of another is dropped
     */
    public static String of(String html, Set<String> contentIds) {
        return settled(html, contentIds.isEmpty() ? WITHOUT_PICTURES : policy(contentIds));
    }

    private static String settled(String html, PolicyFactory policy) {
        String before = html;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            String after = policy.sanitize(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return asHtml(HtmlText.of(html));
    }

    /** Plain text as HTML that shows the same. */
    public static String asHtml(String text) {
        StringBuilder html = new StringBuilder(text.length() + 32);
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&#34;");
                case '\n' -> html.append("<br />\n");
                case '\0', '\r' -> html.append("");
                default -> html.append(text.charAt(i));
            }
        }
        return html.toString();
    }

    private static PolicyFactory policy(Set<String> contentIds) {
        AttributePolicy pictures = (element, attribute, value) -> ownPicture(value, contentIds);
        AttributePolicy numbers = (element, attribute, value) -> matching(SMALL_NUMBER, value);
        return new HtmlPolicyBuilder()
                .allowElements("p", "div", "span", "br", "hr", "pre", "blockquote", "address", "center")
                .allowElements("h1", "h2", "h3", "h4", "h5", "h6", "b", "i", "u", "s", "em", "strong", "small", "big")
                .allowElements("sub", "sup", "del", "ins", "strike", "code", "tt", "kbd", "abbr", "cite", "q")
                .allowElements("ul", "ol", "li", "dl", "dt", "dd")
                .allowElements("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption")
                .allowAttributes("colspan", "rowspan")
                .matching(numbers)
                .onElements("td", "th")
                .allowElements("a")
                .allowUrlProtocols("https", "mailto", "cid")
                .allowAttributes("href")
                .matching((element, attribute, value) -> absolute(value))
                .onElements("a")
                .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
                .allowElements("img")
                .allowAttributes("src")
                .matching(pictures)
                .onElements("img")
                .allowAttributes("alt")
                .onElements("img")
                .toFactory();
    }

    private static @Nullable String absolute(String url) {
        String https = matching(HTTPS, url);
        return https != null ? https : matching(MAILTO, url);
    }

    private static @Nullable String ownPicture(String url, Set<String> contentIds) {
        return url.startsWith("cid:") && contentIds.contains(url.substring(4)) ? url : null;
    }

    private static @Nullable String matching(Pattern pattern, String value) {
        return pattern.matcher(value).matches() ? value : null;
    }
}
