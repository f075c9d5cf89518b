package io.bilet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates and values of those who mean no good (promises C18, C24, C25 and C37). */
class HostileTemplatesTest {

    private static final Reader READER = new Reader(Locale.ENGLISH, ZoneId.of("UTC"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{7*7}}",
                "${7*7}",
                "#{7*7}",
                "<%=7*7%>",
                "[[${7*7}]]",
                "{{''.class}}",
                "{{#each}}",
                "{{ ticket.subject }}",
                "{% include 'x' %}",
                "{% for i in (1..9) %}x{% endfor %}",
                "{% raw %}",
                "{% endraw %}"
            })
    void c18_a_value_is_never_read_as_a_template(String value) {
        var values = Map.<String, Object>of("ticket", Map.of("subject", value));

        String once = Template.parse("{{ ticket.subject }}", "/text")
                .render(values, Target.TEXT, READER)
                .text();

        assertThat(once).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "{{ ''.class }}                                ¦ malformed_template",
                "{{ ticket.class }}                            ¦ unknown_placeholder",
                "{{ ticket.getClass.forName }}                 ¦ unknown_placeholder",
                "{{ java.lang.Runtime }}                       ¦ unknown_placeholder",
                "{{ ticket }}                                  ¦ unknown_placeholder",
                "{{ requester }}                               ¦ unknown_placeholder",
                "{{ ticket.notes }}                            ¦ unknown_placeholder",
                "{{ ticket.custom_fields }}                    ¦ unknown_placeholder",
                "{{ ticket.custom_fields.a.b }}                ¦ unknown_placeholder",
                "{{ ticket['subject'] }}                       ¦ unknown_placeholder",
                "{{ ['ticket'] }}                              ¦ unknown_placeholder",
                "{% if ticket.secret %}x{% endif %}            ¦ unknown_placeholder",
                "{% for x in ticket.secrets %}x{% endfor %}    ¦ unknown_placeholder",
                "{{ forloop.index }}                           ¦ unknown_placeholder",
                "{% for t in ticket.tags %}{% endfor %}{{ t }} ¦ unknown_placeholder",
                "{{ ticket.subject | replace: '', 'xx' }}      ¦ unknown_filter",
                "{{ ticket.subject | split: '(a+)+$' }}        ¦ unknown_filter",
                "{{ ticket.subject | where_exp: 'x', 'y' }}    ¦ unknown_filter",
                "{{ ticket.subject | json }}                   ¦ unknown_filter",
                "{{ ticket.subject | truncate: 1, 2, 3 }}      ¦ unknown_filter",
                "{{ ticket.due_at | date: '%Y' }}              ¦ unknown_filter",
                "{% include '/etc/passwd' %}                   ¦ unknown_tag",
                "{% include_relative 'x' %}                    ¦ malformed_template",
                "{% assign x = ticket.subject %}               ¦ unknown_tag",
                "{% capture x %}y{% endcapture %}              ¦ unknown_tag",
                "{% cycle 'a', 'b' %}                          ¦ unknown_tag",
                "{% increment x %}                             ¦ unknown_tag",
                "{% decrement x %}                             ¦ unknown_tag",
                "{% ifchanged %}x{% endifchanged %}            ¦ unknown_tag",
                "{% tablerow x in ticket.tags %}{% endtablerow %} ¦ unknown_tag",
                "{% nothing %}                                 ¦ malformed_template",
                "{{ ticket.subject                             ¦ malformed_template",
                "{% if ticket.subject %}                       ¦ malformed_template",
                "{{ 7*7 }}                                     ¦ malformed_template",
                "{{#each}}                                     ¦ malformed_template"
            })
    void c37_a_template_that_names_what_does_not_exist_is_refused_when_it_is_saved(String source, String code) {
        assertThatThrownBy(() -> Template.parse("one line\n" + source, "/comment/text"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    FieldError error = refused.errors().get(0);
                    assertThat(error.code()).isEqualTo(code);
                    assertThat(error.pointer()).isEqualTo("/comment/text");
                    assertThat(error.detail()).startsWith("Line ").doesNotContain("passwd");
                });
    }

    @Test
    void the_place_of_a_mistake_is_told() {
        assertThatThrownBy(() -> Template.parse("Hello,\n\nI am {{ agent.nam }}.", "/text"))
                .hasMessage("Line 3: there is no such placeholder.");
    }

    @Test
    void c18_nothing_is_parsed_too_deep_or_too_long() {
        refused("{% if ticket.subject %}".repeat(11) + "{% endif %}".repeat(11), "too_deep");
        refused("{{ ticket.subject }}".repeat(401), "too_long");
        refused("{% if " + "(".repeat(600) + " %}{% endif %}", "too_long");
        refused("x".repeat(Template.LENGTH_MAX + 1), "too_long");
        refused("{% if " + "ticket.subject or ".repeat(100) + "ticket.subject %}{% endif %}", "too_long");
        refused("{{ " + "[".repeat(400) + " }}", "malformed_template");
    }

    private static void refused(String source, String code) {
        assertThatThrownBy(() -> Template.parse(source, "/text"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in (1..1000000000) %}{% endfor %}",
                "{% for i in (1..100) %}{% for j in (1..100) %}x{% endfor %}{% endfor %}",
                "{% for i in (1..1000) %}{{ ticket.subject }}{% endfor %}",
                "{{ ticket.subject | append: ticket.subject | append: ticket.subject | append: ticket.subject }}"
            })
    void c18_a_template_that_would_never_end_is_stopped(String source) {
        var values = Map.<String, Object>of("ticket", Map.of("subject", "x".repeat(20_000)));
        Template template = Template.parse(source, "/text");
        long start = System.nanoTime();

        assertThatThrownBy(() -> template.render(values, Target.TEXT, READER)).isInstanceOf(TooCostly.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void c25_no_value_ends_a_line_that_becomes_a_header() {
        String hostile = "a\r\nBcc: x@y.test\u2028b\u0000c\u202ed";
        var values = Map.<String, Object>of("ticket", Map.of("subject", hostile));

        String line = Template.parse("About\n{{ ticket.subject }}", "/subject")
                .render(values, Target.LINE, READER)
                .text();

        assertThat(line).isEqualTo("About a Bcc: x@y.test b c d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "' onmouseover='alert(1)",
                "</p><img src=x onerror=alert(1)>",
                "<a href=javascript:alert(1)>x</a>"
            })
    void c12_a_value_is_never_markup(String hostile) {
        var values = Map.<String, Object>of("requester", Map.of("name", hostile));

        String html = Template.parse("<p title=\"{{ requester.name }}\">{{ requester.name }}</p>", "/html")
                .render(values, Target.HTML, READER)
                .text();

        assertThat(html.replaceFirst("^<p title=\"", "").replaceFirst("\">", "").replaceFirst("</p>$", ""))
                .doesNotContain("<", ">", "\"", "'");
    }

    @Test
    void one_template_serves_many_at_once() {
        Template template = Template.parse("{% for t in ticket.tags %}{{ t }}{{ ticket.number }}{% endfor %}", "/text");

        List<String> texts = IntStream.range(0, 500)
                .parallel()
                .mapToObj(i -> template.render(
                                Map.of("ticket", Map.of("tags", List.of("a", "b"), "number", i)), Target.TEXT, READER)
                        .text())
                .toList();

        assertThat(texts)
                .isEqualTo(
                        IntStream.range(0, 500).mapToObj(i -> "a" + i + "b" + i).toList());
    }
}
