package io.bilet.flow;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.audit.Act;
import io.bilet.automation.action.ActionLanguage;
import io.bilet.automation.action.ActionReader;
import io.bilet.decision.Effect;
import io.bilet.flow.TicketActions.Done;
import io.bilet.flow.TicketActions.Refusal;
import io.bilet.people.Actor;
import io.bilet.people.GroupId;
import io.bilet.people.SkillId;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.UserRepository;
import io.bilet.people.team.Presence;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.swarm.SwarmRepository;
import io.bilet.template.Rendering.Unresolved;
import io.bilet.testing.Beans;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Comment;
import io.bilet.ticket.Folder;
import io.bilet.ticket.FollowerRepository;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What lists of actions do to a stored ticket. */
class TicketActionsIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Comment.Author RULE = new Comment.Author(null, AuthorRole.SYSTEM, Channel.API);

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId toner = company.group(1);
    private final GroupId power = company.group(2);
    private final SkillId firmware = company.skill("Firmware");
    private final UserId mira = company.agent(toner, 5, Presence.ONLINE);
    private final UserId noor = company.agent(power, 5, Presence.ONLINE);
    private final TicketId id = desk.opened(TicketPriority.NORMAL);

    @Test
    void everything_is_done_in_order_and_told() {
        Done done = take("""
                [{'kind':'set_group','group_id':'%s'},
                 {'kind':'set_assignee','agent_id':'%s'},
                 {'kind':'set_priority','priority':'high'},
                 {'kind':'add_tags','tags':['refund']},
                 {'kind':'require_skills','skills':[{'skill_id':'%s','level':2}]},
                 {'kind':'add_followers','user_ids':['%s']},
                 {'kind':'comment','visibility':'internal','text':'Look at the serial number.'},
                 {'kind':'start_swarm','question':'Who knows it?','agent_ids':['%s']},
                 {'kind':'set_status','status':'pending'}]""".formatted(toner, mira, firmware, noor, noor), true);

        Ticket after = desk.ticket(id);
        assertThat(done.refused()).isEmpty();
        assertThat(done.effects())
                .extracting(Effect::field)
                .containsSubsequence(
                        "group_id",
                        "assignee_id",
                        "priority",
                        "tags",
                        "required_skills",
                        "follower_id",
                        "comment_id",
                        "swarm_opened",
                        "status");
        assertThat(after.ownership().assignee()).contains(mira);
        assertThat(after.status()).isEqualTo(TicketStatus.PENDING);
        assertThat(after.description().tags()).containsExactly("refund");
        assertThat(after.demand().skills()).containsKey(firmware);
        assertThat(inNewTransaction(() -> desk.bean(FollowerRepository.class).has(id, noor)))
                .isTrue();
        assertThat(inNewTransaction(() -> desk.bean(SwarmRepository.class).isOpenOn(id)))
                .isTrue();
    }

    @Test
    void what_the_ticket_does_not_allow_is_told_and_the_rest_is_done() {
        Done done = take("""
                [{'kind':'set_group','group_id':'%s'},
                 {'kind':'snooze','return_after':'PT4H','response_due_after':'PT8H'},
                 {'kind':'start_swarm','question':'Who?','agent_ids':['%s']},
                 {'kind':'add_tags','tags':['late']}]""".formatted(GroupId.next(), noor), true);

        assertThat(done.refused())
                .extracting(Refusal::code)
                .containsExactly("unknown_reference", "conflict", "conflict");
        assertThat(desk.ticket(id).description().tags()).containsExactly("late");
    }

    @Test
    void what_holds_already_is_not_done_again() {
        String actions = "[{'kind':'set_group','group_id':'%s'},{'kind':'add_tags','tags':['a']},{'kind':'set_vip'}]"
                .formatted(toner);

        assertThat(take(actions, true).effects()).isNotEmpty();
        assertThat(take(actions, true).effects()).isEmpty();
    }

    @Test
    void a_tier_is_that_of_the_group_it_leads_to() {
        take(
                "[{'kind':'set_group','group_id':'%s'},{'kind':'set_assignee','agent_id':'%s'}]".formatted(toner, mira),
                true);

        take("[{'kind':'set_tier','tier':2}]", true);

        assertThat(desk.ticket(id).ownership().tier()).isEqualTo(2);
        assertThat(desk.ticket(id).ownership().group()).isNotEqualTo(Optional.of(toner));
        assertThat(desk.ticket(id).ownership().assignee()).isNotEqualTo(Optional.of(mira));
    }

    @Test
    void a_ticket_is_archived_and_kept_from_everybody_who_could_have_it() {
        take("[{'kind':'archive'}]", true);

        assertThat(desk.ticket(id).folder()).isEqualTo(Folder.ARCHIVE);
        assertThat(desk.ticket(id).status()).isEqualTo(TicketStatus.SOLVED);
    }

    @Test
    void what_is_said_is_filled_in_for_its_reader_and_what_is_missing_is_told() {
        inNewTransaction(() -> {
            User ada =
                    desk.bean(UserRepository.class).get(desk.ticket(id).origin().requester());
            UserProfile now = ada.profile();
            ada.describe(
                    new UserProfile(now.name(), now.role(), null, "tr-TR", null, null, now.tags(), true, null),
                    MONDAY_NINE);
            return true;
        });

        Done done = take("""
                [{'kind':'comment','visibility':'public','text':'Dear {{ requester.name }}',
                  'variants':[{'language':'tr','text':'Sayın {{ requester.name }}, {{ ticket.subject }}{{ organization.name }}',
                               'html':'<p>Sayın <b>{{ requester.name }}</b></p><script>x</script>'}]},
                 {'kind':'comment','visibility':'public','text':'{{ organization.name }}'}]""", true);

        assertThat(done.said()).singleElement().satisfies(said -> {
            assertThat(said.text().text()).isEqualTo("Sayın Ada, Printer on fire");
            assertThat(said.text().html()).isEqualTo("<p>Sayın <b>Ada</b></p>");
            assertThat(said.unresolved()).extracting(Unresolved::placeholder).containsExactly("organization.name");
        });
        assertThat(done.refused()).extracting(Refusal::code).containsExactly("blank");
    }

    @Test
    void a_rehearsal_tells_the_same_and_stores_nothing() {
        String actions =
                "[{'kind':'set_priority','priority':'high'},{'kind':'add_followers','user_ids':['%s']},".formatted(noor)
                        + "{'kind':'comment','visibility':'public','text':'We look at it.'}]";

        List<Effect> told = take(actions, false).effects();

        assertThat(told).extracting(Effect::field).containsExactly("priority", "follower_id", "comment_id");
        assertThat(desk.ticket(id).description().priority()).isEqualTo(TicketPriority.NORMAL);
        assertThat(inNewTransaction(() -> desk.bean(FollowerRepository.class).has(id, noor)))
                .isFalse();
    }

    private Done take(String written, boolean real) {
        var actions = desk.bean(ActionReader.class).read(ActionLanguage.written(written), "/actions");
        var act = new Act(Actor.rule(), "test", MONDAY_NINE);
        return inNewTransaction(() -> {
            Ticket ticket = real
                    ? desk.bean(TicketRepository.class).lock(id)
                    : desk.bean(TicketRepository.class).get(id);
            if (!real) {
                desk.bean(TicketRepository.class).letGo();
            }
            ActionRows rows = real ? desk.bean(StoredActionRows.class) : desk.bean(RehearsedActionRows.class);
            Done done = desk.bean(TicketActions.class).take(ticket, actions, RULE, act, rows);
            if (real) {
                desk.bean(Settlement.class).settle(ticket, act);
            }
            return done;
        });
    }
}
