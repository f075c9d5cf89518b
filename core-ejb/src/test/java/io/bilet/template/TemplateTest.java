package io.bilet.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.template.Rendering.Unresolved;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static final Reader READER = new Reader(Locale.ENGLISH, ZoneId.of("Europe/Istanbul"));

    private static final Map<String, Object> VALUES = Map.of(
            "ticket",
            Map.of(
                    "number",
                    4711L,
                    "subject",
                    "R&D <b>printer</b>",
                    "status",
                    "open",
                    "tags",
                    List.of("hardware", "vip"),
                    "due_at",
                    Instant.parse("2026-11-23T10:00:00Z"),
                    "custom_fields",
                    Map.of("serial", "X1")),
            "requester",
            Map.of("name", "ışıl"),
            "organization",
            Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "Hello {{ requester.name }}! ¦ Hello ışıl! ¦ a value stands where its name stood",
                "{{ticket.number}} ¦ 4711 ¦ numbers are plain",
                "{{ ticket.tags }} ¦ hardware, vip ¦ lists are enumerated",
                "{{ ticket.custom_fields.serial }} ¦ X1 ¦ fields of an installation's own",
                "{% if ticket.status == 'open' %}yes{% else %}no{% endif %} ¦ yes ¦ conditions",
                "{% unless ticket.number > 5000 %}old{% endunless %} ¦ old ¦ and their opposite",
                "{% case ticket.status %}{% when 'new' %}a{% when 'open' %}b{% endcase %} ¦ b ¦ cases",
                "{% for tag in ticket.tags %}<{{ tag }}>{% unless forloop.last %}-{% endunless %}{% endfor %}"
                        + "¦ <hardware>-<vip> ¦ loops",
                "{% for i in (1..3) %}{{ i }}{% endfor %} ¦ 123 ¦ ranges",
                "{% if ticket.tags contains 'vip' %}first{% endif %} ¦ first ¦ lists are searched",
                "{% comment %}secret{% endcomment %}x ¦ x ¦ comments are left out",
                "{% raw %}{{ x }}{% endraw %} ¦ {{ x }} ¦ raw text stays",
                "{{ ticket.tags | join: '+' | upcase }} ¦ HARDWARE+VIP ¦ filters one after the other",
                "{{ ticket.tags | size }} ¦ 2 ¦ sizes",
                "{{ ticket.tags | first | capitalize }} ¦ Hardware ¦ parts",
                "{{ ticket.tags.first | truncate: 5 }} ¦ hard… ¦ and cuts",
                "{{ 'a' | append: 'b' | prepend: 'c' }} ¦ cab ¦ literals",
                "{{ ticket.due_at }} ¦ Nov 23, 2026, 1:00 PM ¦ times in the reader's zone",
                "{{ ticket.due_at | date: 'iso' }} ¦ 2026-11-23T13:00:00+03:00 ¦ in a style that is named",
                "{{ requester.email | default: 'unknown' }} ¦ unknown ¦ what is missing has its fallback"
            })
    void a_template_is_filled_in(String source, String expected, String because) {
        Rendering rendering = Template.parse(source, "/text").render(VALUES, Target.TEXT, READER);

        assertThat(rendering.text().replace('\u202f', ' ')).as(because).isEqualTo(expected);
    }

    @Test
    void words_and_times_are_those_of_the_reader() {
        Reader turkish = new Reader(Locale.forLanguageTag("tr"), ZoneId.of("Europe/Istanbul"));

        String text = Template.parse("{{ requester.name | upcase }} {{ ticket.due_at | date: 'day' }}", "/text")
                .render(VALUES, Target.TEXT, turkish)
                .text();

        assertThat(text).isEqualTo("IŞIL 23 Kasım 2026");
    }

    @Test
    void missing_values_are_reported_by_name_with_what_was_written_instead() {
        String source = "{{ organization.name }} {{ requester.email | default: 'nobody' }} {{ organization.name }}"
                + "{% if assignee.name %}{{ assignee.name }}{% endif %}";

        Rendering rendering = Template.parse(source, "/text").render(VALUES, Target.TEXT, READER);

        assertThat(rendering.text()).isEqualTo(" nobody ");
        assertThat(rendering.unresolved())
                .containsExactly(
                        new Unresolved("organization.name", null), new Unresolved("requester.email", "nobody"));
    }

    @Test
    void a_value_is_text_wherever_it_goes() {
        Template template = Template.parse("<i>{{ ticket.subject }}</i>", "/html");

        assertThat(template.render(VALUES, Target.HTML, READER).text())
                .isEqualTo("<i>R&amp;D &lt;b&gt;printer&lt;/b&gt;</i>");
        assertThat(template.render(VALUES, Target.TEXT, READER).text()).isEqualTo("<i>R&D <b>printer</b></i>");
    }

    @Test
    void escaping_by_hand_does_not_escape_twice() {
        String html = Template.parse("{{ ticket.subject | escape }}", "/html")
                .render(VALUES, Target.HTML, READER)
                .text();

        assertThat(html).isEqualTo("R&amp;D &lt;b&gt;printer&lt;/b&gt;");
    }

    @Test
    void every_listed_name_may_be_used() {
        assertThat(Placeholders.names()).allSatisfy(name -> assertThat(Template.parse("{{ " + name + " }}", "/text")
                        .render(Map.of(), Target.TEXT, READER)
                        .unresolved())
                .containsExactly(new Unresolved(name, null)));
    }
}
