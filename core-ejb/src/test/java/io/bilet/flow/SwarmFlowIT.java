package io.bilet.flow;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.access.Sight;
import io.bilet.audit.AuditEntry;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.SkillId;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.swarm.MemberState;
import io.bilet.swarm.Sought;
import io.bilet.swarm.Swarm;
import io.bilet.swarm.SwarmMember;
import io.bilet.swarm.SwarmOutcome;
import io.bilet.swarm.SwarmQueries;
import io.bilet.swarm.SwarmRepository;
import io.bilet.testing.Beans;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SwarmFlowIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId first = company.group(1);
    private final GroupId elsewhere = company.group(3);
    private final SkillId firmware = company.skill("Firmware");
    private final UserId mira = company.agent(first, 5, Presence.ONLINE);
    private final UserId noor = company.agent(elsewhere, 5, Presence.OFFLINE, Map.of(firmware, 5));
    private final UserId ioana = company.agent(elsewhere, 5, Presence.ONLINE, Map.of(firmware, 3));
    private final TicketId ticket = held();

    @Test
    void who_is_asked_sees_the_ticket_and_its_owner_and_clocks_stay() {
        Instant due = desk.ticket(ticket).due().at().orElseThrow();
        assertThatThrownBy(() -> sight(noor)).isInstanceOf(NotFound.class);

        Swarm swarm = open(named(noor));

        assertThat(sight(noor)).isEqualTo(Sight.FULL);
        assertThat(swarmsOf(noor)).extracting(Swarm::id).containsExactly(swarm.id());
        assertThat(swarmsOf(ioana)).isEmpty();
        assertThat(desk.ticket(ticket).ownership().assignee()).contains(mira);
        assertThat(desk.ticket(ticket).due().at()).contains(due);

        answer(noor, swarm, "I am off.");
        assertThatThrownBy(() -> sight(noor)).isInstanceOf(NotFound.class);
        assertThat(types()).containsSubsequence("ticket.swarm_opened", "ticket.swarm_invited", "ticket.swarm_declined");
    }

    @Test
    void by_skill_somebody_who_is_there_is_asked_and_for_who_declines_the_next_one() {
        Swarm swarm = open(sought(3));
        assertThat(member(swarm, ioana).sought()).contains(new Sought(firmware, 3));

        answer(ioana, swarm, "I am in a meeting.");

        assertThat(member(swarm, ioana).state()).isEqualTo(MemberState.DECLINED);
        assertThat(member(swarm, noor).state()).isEqualTo(MemberState.INVITED);
        assertThatThrownBy(() -> desk.bean(SwarmFlow.class).invite(caller(mira), swarm.id(), sought(5)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Nobody else");
    }

    @Test
    void contributions_are_counted_for_those_who_accepted() {
        Swarm swarm = open(named(noor, ioana));
        answer(noor, swarm, null);

        contribute(noor, swarm, Duration.ofMinutes(20));
        contribute(noor, swarm, Duration.ofMinutes(5));

        assertThat(member(swarm, noor).contributions()).isEqualTo(2);
        assertThat(member(swarm, noor).spent()).isEqualTo(Duration.ofMinutes(25));
        assertThatThrownBy(() -> contribute(ioana, swarm, Duration.ZERO))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("accepted");
        assertThatThrownBy(() -> contribute(mira, swarm, Duration.ZERO)).isInstanceOf(Conflict.class);
        assertThat(member(swarm, ioana).contributions()).isZero();
    }

    @Test
    void it_ends_once_and_only_with_an_outcome_and_nothing_comes_after_it() {
        Swarm swarm = open(named(noor));
        assertThatThrownBy(() -> open(named(ioana)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> close(noor, swarm)).isInstanceOf(Forbidden.class);

        close(mira, swarm);

        assertThat(inNewTransaction(() -> desk.bean(SwarmRepository.class).get(swarm.id()))
                        .outcome())
                .contains(SwarmOutcome.SOLVED);
        assertThatThrownBy(() -> close(mira, swarm))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("over");
        assertThatThrownBy(() -> answer(noor, swarm, null)).isInstanceOf(Conflict.class);
        assertThat(open(named(noor)).id()).as("the next question").isNotEqualTo(swarm.id());
    }

    @Test
    void it_outlives_the_solution_of_the_ticket_and_what_came_of_it_can_still_be_said() {
        Swarm swarm = open(named(noor));
        answer(noor, swarm, null);
        desk.answered(ticket, TicketStatus.SOLVED);

        contribute(noor, swarm, Duration.ofMinutes(5));
        close(mira, swarm);

        assertThat(member(swarm, noor).contributions()).isEqualTo(1);
        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(types()).containsSubsequence("ticket.status_changed", "ticket.swarm_closed");
    }

    @Test
    void an_invitation_is_answered_once() {
        Swarm swarm = open(named(noor));
        answer(noor, swarm, null);

        assertThatThrownBy(() -> answer(noor, swarm, "After all, no."))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("accepted already");
        assertThat(member(swarm, noor).state()).isEqualTo(MemberState.ACCEPTED);
    }

    @Test
    void nobody_nothing_and_the_owner_themselves_are_refused_in_words() {
        assertThatThrownBy(() -> open(new Guests(List.of(), List.of()))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> open(named(mira)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("owns");
        assertThatThrownBy(() -> open(named(UserId.next()))).isInstanceOf(InvalidInput.class);
        desk.answered(ticket, TicketStatus.SOLVED);
        assertThatThrownBy(() -> open(named(noor))).isInstanceOf(Conflict.class);

        assertThat(inNewTransaction(() -> desk.bean(SwarmRepository.class).isOpenOn(ticket)))
                .isFalse();
    }

    private TicketId held() {
        TicketId opened = desk.opened(TicketPriority.NORMAL);
        desk.given(opened, first, mira);
        return opened;
    }

    private Swarm open(Guests guests) {
        return desk.bean(SwarmFlow.class).open(caller(mira), ticket, "Can the firmware cause smoke?", guests);
    }

    private void answer(UserId who, Swarm swarm, @Nullable String reason) {
        desk.bean(SwarmFlow.class).answer(caller(who), swarm.id(), who, Optional.empty(), reason);
    }

    private void contribute(UserId who, Swarm swarm, Duration spent) {
        desk.bean(SwarmFlow.class).contribute(caller(who), swarm.id(), "Version 2.0 overheats.", spent);
    }

    private void close(UserId who, Swarm swarm) {
        desk.bean(SwarmFlow.class)
                .close(caller(who), swarm.id(), Optional.empty(), SwarmOutcome.SOLVED, "The update cures it.");
    }

    private Guests sought(int level) {
        return new Guests(List.of(), List.of(new Sought(firmware, level)));
    }

    private static Guests named(UserId... agents) {
        return new Guests(List.of(agents), List.of());
    }

    private SwarmMember member(Swarm swarm, UserId agent) {
        return inNewTransaction(
                () -> desk.bean(SwarmRepository.class).member(swarm.id(), agent).orElseThrow());
    }

    private Sight sight(UserId agent) {
        return inNewTransaction(
                () -> desk.bean(TicketReader.class).get(caller(agent), ticket).sight());
    }

    private List<Swarm> swarmsOf(UserId agent) {
        var mine = new SwarmQueries.Filter(Optional.empty(), true, Optional.of(agent));
        return inNewTransaction(() -> desk.bean(SwarmQueries.class)
                .page(caller(agent), mine, Optional.empty(), 10)
                .items());
    }

    private List<String> types() {
        return desk.record(ticket).stream().map(AuditEntry::type).toList();
    }

    private Caller caller(UserId agent) {
        Set<GroupId> groups = agent.equals(mira) ? Set.of(first) : Set.of(elsewhere);
        return new Caller(agent, Role.AGENT, RolePermissions.of(Role.AGENT), groups, Set.of(), null, "test", null);
    }
}
