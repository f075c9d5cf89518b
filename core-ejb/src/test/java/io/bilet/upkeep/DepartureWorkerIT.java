package io.bilet.upkeep;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.decision.Decision;
import io.bilet.decision.DecisionQueries;
import io.bilet.flow.Inquiry;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.admin.AgentAdmin;
import io.bilet.people.admin.UserAdmin;
import io.bilet.people.team.Arrangement;
import io.bilet.people.team.Presence;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.WorkQueue;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.Channel;
import io.bilet.ticket.SkillDemand;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketRepository;
import io.bilet.ticket.UnassignedReason;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DepartureWorkerIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId group = company.group();
    private final SkillId turkish = company.skill("Turkish");
    private final UserId mira = company.agent(group, 5, Presence.ONLINE, Map.of(turkish, 4));
    private final UserId noor = company.agent(group, 5, Presence.AWAY, Map.of(turkish, 3));
    private final UserId ioana = company.agent(group, 5, Presence.ONLINE, Map.of(turkish, 3));

    @Test
    void chats_go_on_when_their_owner_goes_away_and_mail_waits_for_them() {
        TicketId chat = of(mira, Channel.CHAT);
        TicketId mail = of(mira, Channel.EMAIL);

        turn(mira, Presence.AWAY);

        assertThat(owner(chat)).contains(ioana);
        assertThat(owner(mail)).contains(mira);
        assertThat(company.load(mira)).isEqualTo(1);
        assertThat(rerouting(chat).getString("field")).isEqualTo("agent.presence");
        assertThat(rerouting(chat).getString("actual")).isEqualTo("away");
    }

    @Test
    void the_deputy_takes_over_and_a_chat_that_nobody_can_take_waits_and_says_why() {
        desk.bean(AgentAdmin.class).arrange(ioana, Optional.empty(), before -> new Arrangement(null, noor));
        TicketId first = of(ioana, Channel.CHAT);
        turn(noor, Presence.ONLINE);

        turn(ioana, Presence.OFFLINE);
        assertThat(owner(first)).contains(noor);

        turn(mira, Presence.OFFLINE);
        turn(noor, Presence.OFFLINE);
        assertThat(owner(first)).isEmpty();
        assertThat(desk.ticket(first).ownership().unassignedReason()).contains(UnassignedReason.NO_AGENT_ONLINE);
        assertThat(desk.ticket(first).ownership().waitingSince()).contains(MONDAY_NINE);
    }

    @Test
    void everything_of_somebody_who_leaves_goes_on() {
        TicketId mail = of(mira, Channel.EMAIL);

        desk.bean(UserAdmin.class).update(mira, Optional.empty(), Role.ADMIN, DepartureWorkerIT::inactive);
        work();

        assertThat(owner(mail)).contains(ioana);
        assertThat(company.load(mira)).isZero();
        assertThat(rerouting(mail).getString("field")).isEqualTo("agent.active");
    }

    @Test
    void what_asks_for_a_skill_goes_on_when_its_owner_loses_it() {
        TicketId turkishOne = of(mira, Channel.EMAIL);
        TicketId other = of(mira, Channel.EMAIL);
        inNewTransaction(() -> {
            desk.bean(TicketRepository.class).lock(turkishOne).demand().skill(turkish, SkillDemand.of(3));
            return true;
        });

        desk.bean(AgentAdmin.class).know(mira, Optional.empty(), Map.of(turkish, 3), Optional.empty());
        work();
        assertThat(owner(turkishOne)).as("still good enough").contains(mira);

        desk.bean(AgentAdmin.class).know(mira, Optional.empty(), Map.of(turkish, 2), Optional.empty());
        work();
        assertThat(owner(turkishOne)).contains(ioana);
        assertThat(owner(other)).contains(mira);
    }

    @Test
    void why_an_agent_was_not_given_a_ticket_is_told_check_by_check() {
        TicketId ticket = of(mira, Channel.EMAIL);

        JsonObject judged = inNewTransaction(() -> desk.bean(Inquiry.class).about(desk.ticket(ticket), noor));

        assertThat(judged.getBoolean("result")).isFalse();
        assertThat(judged.getJsonArray("children").getValuesAs(JsonObject.class))
                .filteredOn(check -> !check.getBoolean("result"))
                .extracting(check -> check.getString("field"))
                .containsExactly("ticket.assignee_id", "agent.presence");
        assertThat(judged.getJsonArray("children").getValuesAs(JsonObject.class))
                .extracting(check -> check.getString("field"))
                .contains("agent.working_time", "agent.free_units", "agent.takes_channel:email");
    }

    private static UserProfile inactive(UserProfile as) {
        return new UserProfile(as.name(), as.role(), null, null, null, null, as.tags(), false, null);
    }

    private TicketId of(UserId agent, Channel channel) {
        TicketId ticket = desk.opened("Printer on fire", TicketPriority.NORMAL, channel);
        desk.given(ticket, group, agent);
        return ticket;
    }

    private void turn(UserId agent, Presence presence) {
        desk.bean(AgentAdmin.class).turn(agent, Optional.empty(), presence, new TreeSet<>());
        work();
    }

    private void work() {
        WorkQueue queue = desk.bean(WorkQueue.class);
        DepartureWorker worker = desk.bean(DepartureWorker.class);
        List<WorkItem> items = queue.claim(worker, 100);
        for (WorkItem item : items) {
            inNewTransaction(() -> {
                worker.work(item);
                return true;
            });
            queue.done(item);
        }
    }

    private Optional<UserId> owner(TicketId ticket) {
        return desk.ticket(ticket).ownership().assignee();
    }

    /** Why it was taken from its owner. */
    private JsonObject rerouting(TicketId ticket) {
        List<Decision> decisions =
                inNewTransaction(() -> desk.bean(DecisionQueries.class).of(ticket.value(), new UUID(0, 0), 50));
        return decisions.stream()
                .filter(decision -> decision.subject().type().equals("rerouting"))
                .map(decision -> Objects.requireNonNull(decision.evaluation()))
                .findFirst()
                .orElseThrow();
    }
}
