package io.bilet.flow;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bilet.automation.trigger.Rulebook;
import io.bilet.automation.trigger.Trigger;
import io.bilet.automation.trigger.TriggerId;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionKind;
import io.bilet.decision.DecisionQueries;
import io.bilet.decision.Effect;
import io.bilet.decision.Outcome;
import io.bilet.decision.RuleRecord;
import io.bilet.decision.RuleRecord.Trouble;
import io.bilet.decision.RuleRecordQueries;
import io.bilet.people.GroupId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.InvalidInput;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.testing.TestDatabase;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentQueries;
import io.bilet.ticket.FollowerRepository;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What triggers do about the events of tickets. */
class TriggersIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final String ALWAYS = "{'all':[]}";
    private static final String RAISED = "{'field':'ticket.priority','operator':'changed_to','value':'high'}";

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final Rulebook rules = new Rulebook(desk.node());

    @AfterEach
    void removeRules() {
        rules.removeAll();
    }

    @Test
    void every_trigger_acts_that_an_opening_satisfies_and_says_why() {
        Trigger first = rules.trigger(
                "{'field':'comment.author_role','operator':'is','value':'requester'}",
                "{'kind':'add_tags','tags':['asked']}");
        Trigger second = rules.trigger(
                "{'field':'comment.text','operator':'contains_words','value':['help']}",
                "{'kind':'set_priority','priority':'high'}");
        rules.trigger(
                "{'field':'event.kind','operator':'is','value':'updated'}", "{'kind':'add_tags','tags':['never']}");

        TicketId ticket = opened();

        assertThat(desk.ticket(ticket).description().tags()).containsExactly("asked");
        assertThat(desk.ticket(ticket).description().priority()).isEqualTo(TicketPriority.HIGH);
        assertThat(decisions(ticket))
                .extracting(one -> one.subject().id())
                .containsExactly(first.id().toString(), second.id().toString());
        assertThat(decisions(ticket)).allSatisfy(one -> {
            assertThat(one.outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(String.valueOf(one.evaluation())).contains("\"op\":\"all\"", rules.subject());
        });
    }

    @Test
    void a_change_is_answered_when_it_happens_and_not_again() {
        Trigger trigger = rules.trigger(
                "{'field':'ticket.status','operator':'changed_from','value':'pending'}",
                "{'kind':'add_tags','tags':['back']}");
        TicketId ticket = opened();
        desk.answered(ticket, TicketStatus.PENDING);
        assertThat(desk.ticket(ticket).description().tags()).isEmpty();

        desk.asked(ticket);
        desk.raised(ticket, TicketPriority.LOW);

        assertThat(desk.ticket(ticket).description().tags()).containsExactly("back");
        assertThat(decisions(ticket)).singleElement().satisfies(one -> {
            assertThat(one.subject().id()).isEqualTo(trigger.id().toString());
            assertThat(String.valueOf(one.evaluation())).contains("pending → open");
        });
    }

    @Test
    void what_a_trigger_changes_is_looked_at_again_and_each_acts_once() {
        rules.trigger(RAISED, "{'kind':'add_tags','tags':['urgent']}");
        rules.trigger(
                "{'field':'ticket.tags','operator':'gained','value':['start']}",
                "{'kind':'set_priority','priority':'high'}");
        rules.trigger(
                "{'field':'ticket.tags','operator':'gained','value':['urgent']}",
                "{'kind':'comment','visibility':'internal','text':'It is urgent.'}");
        TicketId ticket = opened();

        tagged(ticket, "start");

        assertThat(desk.ticket(ticket).description().tags()).containsExactly("start", "urgent");
        assertThat(comments(ticket))
                .filteredOn(one -> one.authorRole() == AuthorRole.SYSTEM)
                .singleElement()
                .satisfies(one -> assertThat(one.said().text()).isEqualTo("It is urgent."));
        assertThat(decisions(ticket)).hasSize(3);
    }

    @Test
    void triggers_that_contradict_each_other_are_stopped_and_told() {
        Trigger first =
                rules.trigger(RAISED, "{'kind':'add_tags','tags':['vip']},{'kind':'set_type','type':'incident'}");
        Trigger second =
                rules.trigger(RAISED, "{'kind':'remove_tags','tags':['vip']},{'kind':'set_type','type':'question'}");
        TicketId ticket = opened();

        desk.raised(ticket, TicketPriority.HIGH);

        assertThat(desk.ticket(ticket).description().tags()).containsExactly("vip");
        assertThat(record(first.id()).trouble()).isEmpty();
        assertThat(record(second.id())).satisfies(record -> {
            assertThat(record.failed()).isEqualTo(1);
            assertThat(record.trouble().orElseThrow())
                    .extracting(Trouble::code, Trouble::ticketId)
                    .containsExactly("contradiction", ticket.value());
            assertThat(record.trouble().orElseThrow().detail())
                    .contains(first.listing().name());
        });
    }

    @Test
    void a_trigger_that_fails_loses_no_message() {
        GroupId gone = company.group();
        Trigger trigger = rules.trigger(
                "{'field':'comment.visibility','operator':'is','value':'public'}",
                "{'kind':'set_group','group_id':'%s'},{'kind':'snooze','return_after':'PT1H','response_due_after':'PT2H'},{'kind':'add_tags','tags':['seen']}"
                        .formatted(gone));
        Company.sql("DELETE FROM agent_group WHERE id = ?", gone.value());
        company.group(); // so that every node looks again

        TicketId ticket = opened();

        assertThat(comments(ticket)).hasSize(1);
        assertThat(desk.ticket(ticket).description().tags()).containsExactly("seen");
        assertThat(decisions(ticket)).extracting(Decision::outcome).containsExactly(Outcome.FAILED);
        assertThat(record(trigger.id()).trouble()).isPresent();
    }

    @Test
    void a_ticket_that_begins_is_stored_before_what_triggers_put_beside_it() {
        UserId noor = company.agent(company.group(), 5, Presence.ONLINE);
        rules.trigger(
                ALWAYS,
                "{'kind':'add_followers','user_ids':['%s']},{'kind':'comment','visibility':'public','text':'We have it.'},{'kind':'set_priority','priority':'low'}"
                        .formatted(noor));

        TicketId ticket = opened();

        assertThat(inNewTransaction(() -> desk.bean(FollowerRepository.class).has(ticket, noor)))
                .isTrue();
        assertThat(comments(ticket)).extracting(one -> one.said().text()).containsExactly("Help!", "We have it.");
        assertThat(desk.ticket(ticket).description().priority()).isEqualTo(TicketPriority.LOW);
        assertThat(decisions(ticket)).singleElement().satisfies(one -> assertThat(one.effects())
                .extracting(Effect::field)
                .containsExactly("follower_id", "comment_id", "priority"));
    }

    @Test
    void a_closed_ticket_is_left_alone() {
        rules.trigger(ALWAYS, "{'kind':'add_tags','tags':['touched']}");
        TicketId ticket = opened();
        Company.sql("UPDATE ticket SET status = 'CLOSED', tags = '' WHERE id = ?", ticket.value());

        tagged(ticket, "other");

        assertThat(desk.ticket(ticket).description().tags()).containsExactly("other");
    }

    @Test
    void what_no_trigger_asks_about_costs_no_statement() {
        TicketId ticket = opened();
        long before = fewestStatements(ticket);
        rules.trigger("{'field':'ticket.tags','operator':'gained','value':['x']}", "{'kind':'set_vip'}");
        rules.trigger("{'field':'organization.name','operator':'is','value':'Acme'}", "{'kind':'set_vip'}");
        rules.trigger(RAISED, "{'kind':'set_vip'}");

        long after = fewestStatements(ticket);

        assertThat(after).isEqualTo(before);
    }

    @Test
    void what_does_not_exist_is_refused_with_its_place() {
        var error = catchThrowableOfType(
                InvalidInput.class,
                () -> rules.trigger(
                        ALWAYS, "{'kind':'set_vip'},{'kind':'set_group','group_id':'%s'}".formatted(GroupId.next())));

        assertThat(error.errors().get(0).pointer()).isEqualTo("/actions/1/group_id");
    }

    private TicketId opened() {
        return desk.opened(rules.subject(), TicketPriority.NORMAL);
    }

    /** Now and then a look for changed configuration is among them. */
    private long fewestStatements(TicketId ticket) {
        return IntStream.range(0, 4)
                .mapToLong(i -> TestDatabase.statements(
                        () -> desk.raised(ticket, i % 2 == 0 ? TicketPriority.LOW : TicketPriority.NORMAL)))
                .min()
                .orElseThrow();
    }

    private void tagged(TicketId ticket, String tag) {
        desk.described(ticket, as -> as.withTags(new TreeSet<>(List.of(tag))));
    }

    private List<Comment> comments(TicketId ticket) {
        return inNewTransaction(() -> desk.bean(CommentQueries.class).of(ticket, Optional.empty(), true, 100));
    }

    private RuleRecord record(TriggerId trigger) {
        return inNewTransaction(() -> desk.bean(RuleRecordQueries.class).of(trigger.toString()));
    }

    private List<Decision> decisions(TicketId ticket) {
        return inNewTransaction(() -> desk.bean(DecisionQueries.class).of(ticket.value(), new UUID(0, 0), 100)).stream()
                .filter(decision -> decision.kind() == DecisionKind.TRIGGER)
                .toList();
    }
}
