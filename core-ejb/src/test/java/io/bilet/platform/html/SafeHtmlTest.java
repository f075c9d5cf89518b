package io.bilet.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C12 to C15: HTML of strangers is looked at by a second parser after it was cleaned. */
class SafeHtmlTest {

    private static final ThreadMXBean WORK = ManagementFactory.getThreadMXBean();

    private static final String[] PIECES = {
        "<a href=\"",
        "https://x.example",
        "javascript:",
        "\">",
        "</a>",
        "<img src=",
        "cid:a ",
        "onerror=x ",
        ">",
        "<",
        "'",
        "\"",
        "<b>",
        "</b>",
        "<table>",
        "<td>",
        "</table>",
        "<!--",
        "-->",
        "<style>",
        "</style>",
        "<svg>",
        "</svg>",
        "&lt;",
        "&#60;",
        "&",
        "x",
        " ",
        "\0",
        "<p style=",
        "url(//e)",
        "<script>",
        "</script>",
        "<noscript>",
        "<math>",
        "<textarea>",
        "</textarea>",
        "<![CDATA[",
        "]]>",
        "<template>",
        "</p>",
        "<select>",
        "<option>",
        "\u2028",
        "<title>"
    };
    private static final Set<String> ATTRIBUTES = Set.of("href", "src", "alt", "colspan", "rowspan", "rel");
    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "link",
            "meta",
            "base",
            "svg",
            "math",
            "template",
            "noscript",
            "frame",
            "frameset",
            "applet",
            "video",
            "audio",
            "source",
            "picture",
            "textarea",
            "select",
            "marquee",
            "isindex",
            "plaintext",
            "xmp",
            "title");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<img src=x onerror=alert(1)>",
                "<img/src/onerror=alert(1)>",
                "<img src=\"/api/v1/tokens\">",
                "<img src=\"//evil.example/pixel.gif\">",
                "<img src=\"https://evil.example/pixel.gif\">",
                "<img src=\"../../logout\">",
                "<img src=\"cid:other\">",
                "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\">",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"java&#x09;script:alert(1)\">x</a>",
                "<a href=\" &#14; javascript:alert(1)\">x</a>",
                "<a href=\"JaVaScRiPt&colon;alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<a href=\"vbscript:msgbox(1)\">x</a>",
                "<a href=\"/api/v1/tickets\">x</a>",
                "<a href=\"//evil.example\">x</a>",
                "<a href=\"https:evil.example\">x</a>",
                "<a href=\"https://example.org\\@evil.example\">x</a>",
                "<a href=\"http://example.org\">x</a>",
                "<a href=\"file:///etc/passwd\">x</a>",
                "<a target=_blank href=https://example.org style=position:fixed>x</a>",
                "<style>@import url(//evil.example)</style>",
                "<p style=\"background:url(//evil.example)\">x</p>",
                "<div style=\"position:fixed;top:0;width:100%\">x</div>",
                "<div class=ticket id=app onclick=alert(1)>x</div>",
                "<svg onload=alert(1)><image href=//evil.example/></svg>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<form action=//evil.example><input name=password><button>go</button></form>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<object data=x.swf></object><embed src=x.swf>",
                "<base href=//evil.example/><a href=x>x</a>",
                "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
                "<link rel=stylesheet href=//evil.example/x.css>",
                "<table background=//evil.example/x.png><tr><td background=x>x</td></tr></table>",
                "<td colspan=\"1 onclick=alert(1)\">x</td>",
                "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
                "<!--><img src=x onerror=alert(1)>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>",
                "<template><script>alert(1)</script></template>",
                "<textarea><img src=x onerror=alert(1)></textarea>",
                "<xmp><img src=x onerror=alert(1)></xmp><plaintext>",
                "<title><img src=x onerror=alert(1)></title>",
                "<a href='https://x.example/\" onmouseover=alert(1) x=\"'>x</a>",
                "<p title=\"`onerror=alert(1)\">``</p>",
                "\u0000<scr\u0000ipt>alert(1)</script>",
                "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&amp;lt;script&amp;gt;",
                "<p>unclosed <b>bold <i>both</p> after",
                "<<<<p>>>>",
                "<a href=\"mailto:eve@example.org?bcc=all@example.org&body=%0d%0aX\">x</a>",
            })
    void nothing_dangerous_is_left_and_cleaning_again_changes_nothing(String html) {
        requireSafe(html);
    }

    @Test
    void what_is_harmless_stays_as_it_is() {
        String html =
                "<p>Hello <b>Ada</b>,<br />see <a href=\"https://example.org/a?b=c\" rel=\"noopener noreferrer nofollow\">this</a>"
                        + " or <a href=\"mailto:ada@example.org\" rel=\"noopener noreferrer nofollow\">write</a>.</p>"
                        + "<table><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table><ul><li>one</li></ul>";

        assertThat(Jsoup.parse(SafeHtml.of(html)).body().text())
                .isEqualTo(Jsoup.parse(html).body().text());
        assertThat(SafeHtml.of(html)).contains("<b>Ada</b>", "colspan=\"2\"", "https://example.org/a?b", "mailto:ada");
    }

    @Test
    void a_picture_that_came_with_the_mail_is_shown_and_no_other() {
        String html =
                "<img src=\"cid:logo@example.org\" alt=\"logo\"><img src=\"cid:other\"><img src=\"https://evil.example/x.png\">";

        Element body =
                Jsoup.parse(SafeHtml.of(html, Set.of("logo@example.org"))).body();

        assertThat(body.select("img[src]")).hasSize(1);
        assertThat(body.select("img[src]").attr("src")).isEqualTo("cid:logo@example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "<div>, 30_000",
        "<b>, 30_000",
        "<a href=https://x.example>, 10_000",
        "<table>, 30_000",
        "<p, 100_000",
        "&#x26;, 100_000"
    })
    void html_that_is_made_to_be_slow_is_cleaned_soon(String piece, String times) {
        String html = piece.repeat(Integer.parseInt(times.replace("_", "")));

        long before = WORK.getCurrentThreadCpuTime();
        SafeHtml.of(html);

        assertThat(Duration.ofNanos(WORK.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(4));
    }

    /** A seeded walk: pieces of markup put together at random. */
    @Test
    void markup_put_together_at_random_is_cleaned_to_a_fixed_point() {
        Random random = new Random(4711);
        for (int round = 0; round < 1_000; round++) {
            StringBuilder html = new StringBuilder();
            int length = 1 + random.nextInt(30);
            for (int i = 0; i < length; i++) {
                html.append(PIECES[random.nextInt(PIECES.length)]);
            }
            requireSafe(html.toString());
        }
    }

    private static void requireSafe(String html) {
        String clean = SafeHtml.of(html);

        assertThat(SafeHtml.of(clean)).as(html).isEqualTo(clean);
        for (Element element : Jsoup.parse(clean).body().getAllElements()) {
            assertThat(NEVER).as(html).doesNotContain(element.normalName());
            for (Attribute attribute : element.attributes()) {
                assertThat(ATTRIBUTES).as(html).contains(attribute.getKey());
            }
            assertThat(element.attr("src")).as(html).isEmpty();
            assertThat(element.attr("href")).as(html).matches("|https://[^/\\\\].*|mailto:.+");
        }
    }
}
