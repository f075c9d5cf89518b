package io.bilet.wording;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.people.Role;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.UserRepository;
import io.bilet.sla.SlaDesk;
import io.bilet.template.Rendering;
import io.bilet.template.Rendering.Unresolved;
import io.bilet.template.Target;
import io.bilet.template.Template;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentId;
import io.bilet.ticket.CommentText;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketWordsIT {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final SlaDesk desk = new SlaDesk(NOW);
    private final TicketWords words = desk.bean(TicketWords.class);
    private final Ticket ticket = desk.ticket(desk.opened(TicketPriority.URGENT));
    private final UserId mira = user("Mira Popescu", Role.AGENT, "ro", "Europe/Bucharest");

    @Test
    void a_ticket_and_its_people_are_named() {
        ticket.assign(mira, NOW);

        Rendering said = told("Dear {{ requester.first_name }}, {{ assignee.first_name }} has {{ ticket.subject }}"
                + " ({{ ticket.priority_name }}), says {{ agent.name }}.");

        assertThat(said.text()).isEqualTo("Dear Ada, Mira has Printer on fire (urgent), says Mira Popescu.");
        assertThat(said.unresolved()).isEmpty();
    }

    @Test
    void c28_an_internal_note_and_internal_tags_never_come_into_public_text() {
        ticket.describe(ticket.description().withTags(tags("canary-tag")), NOW);
        Comment note = comment("canary note", Visibility.INTERNAL);
        Template template = Template.parse(
                "{{ comment.text }}{{ comment.author_name }}{{ ticket.tags }}"
                        + "{% for tag in ticket.tags %}{{ tag }}{% endfor %}"
                        + "{% if comment.text contains 'canary' %}yes{% endif %}",
                "/text");

        Rendering outside = fill(template, note, Visibility.PUBLIC);
        Rendering inside = fill(template, note, Visibility.INTERNAL);

        assertThat(outside.text()).isEmpty();
        assertThat(outside.unresolved())
                .containsExactly(
                        new Unresolved("comment.text", null),
                        new Unresolved("comment.author_name", null),
                        new Unresolved("ticket.tags", null));
        assertThat(inside.text()).contains("canary note", "canary-tag", "yes");
    }

    @Test
    void what_was_said_in_public_may_be_repeated() {
        Comment answer = comment("Have you tried turning it off?", Visibility.PUBLIC);

        Rendering outside = fill(Template.parse("You read: {{ comment.text }}", "/text"), answer, Visibility.PUBLIC);

        assertThat(outside.text()).isEqualTo("You read: Have you tried turning it off?");
    }

    @Test
    void requesters_are_not_told_that_somebody_else_is_waited_for() {
        ticket.assign(mira, NOW);
        ticket.moveTo(TicketStatus.ON_HOLD, NOW);

        assertThat(told("{{ ticket.status_name }}").text()).isEqualTo("open");
        assertThat(among("{{ ticket.status_name }}").text()).isEqualTo("în așteptare");
    }

    @Test
    void agents_read_times_where_they_are_and_requesters_where_they_are() {
        String time = "{{ ticket.created_at | date: 'time' }}";

        assertThat(told(time).text().replace('\u202f', ' ')).isEqualTo("9:00 AM");
        assertThat(among(time).text()).isEqualTo("11:00");
    }

    private Rendering told(String source) {
        return fill(Template.parse(source, "/text"), null, Visibility.PUBLIC);
    }

    private Rendering among(String source) {
        return fill(Template.parse(source, "/text"), null, Visibility.INTERNAL);
    }

    private Rendering fill(Template template, @Nullable Comment comment, Visibility audience) {
        return inNewTransaction(() ->
                words.fill(template, Target.TEXT, new Occasion(ticket, comment, Optional.of(mira), audience, NOW)));
    }

    private Comment comment(String text, Visibility visibility) {
        var author = new Comment.Author(mira, AuthorRole.AGENT, Channel.API);
        return new Comment(CommentId.next(), ticket.id(), author, visibility, CommentText.plain(text), NOW);
    }

    private UserId user(String name, Role role, String language, String zone) {
        var profile = new UserProfile(name, role, null, language, zone, null, new TreeSet<>(), true, null);
        User user = new User(UserId.next(), profile, NOW);
        inNewTransaction(() -> {
            desk.bean(UserRepository.class).add(user);
            return true;
        });
        return user.id();
    }

    private static SortedSet<String> tags(String... tags) {
        return new TreeSet<>(List.of(tags));
    }
}
