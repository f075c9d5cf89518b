package io.bilet.upkeep;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.automation.RuleDraft;
import io.bilet.automation.action.ActionLanguage;
import io.bilet.automation.timed.Automation;
import io.bilet.automation.timed.AutomationAdmin;
import io.bilet.automation.timed.AutomationAdmin.Draft;
import io.bilet.automation.timed.AutomationId;
import io.bilet.automation.timed.Delay.Counts;
import io.bilet.automation.trigger.Rulebook;
import io.bilet.decision.Decision;
import io.bilet.decision.DecisionKind;
import io.bilet.decision.DecisionQueries;
import io.bilet.decision.Outcome;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.work.WorkItem;
import io.bilet.platform.work.WorkQueue;
import io.bilet.sla.SlaDesk;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Comment;
import io.bilet.ticket.CommentQueries;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Automations: armed, disarmed, due, each once. */
class AutomationTimerIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final String PENDING = "{'field':'ticket.status','operator':'is','value':'pending'}";
    private static final String REMIND = "{'kind':'comment','visibility':'internal','text':'Nobody answered.'}";

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final String subject = "Subject " + UUID.randomUUID();
    private final List<AutomationId> made = new ArrayList<>();

    @AfterEach
    void removeAutomations() {
        made.forEach(id -> admin().remove(id, Optional.empty()));
    }

    @Test
    void it_acts_once_when_the_condition_has_held_for_the_delay_and_says_why() {
        Automation rule = automation(PENDING, "PT2H", REMIND);
        TicketId ticket = opened();
        desk.answered(ticket, TicketStatus.PENDING);

        desk.turnBy(Duration.ofMinutes(119));
        look();
        assertThat(reminders(ticket)).isZero();
        desk.turnBy(Duration.ofMinutes(2));
        look();
        desk.turnBy(Duration.ofDays(3));
        look();

        assertThat(reminders(ticket)).isEqualTo(1);
        assertThat(decisions(ticket)).singleElement().satisfies(decision -> {
            assertThat(decision.outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(decision.subject().id()).isEqualTo(rule.id().toString());
            assertThat(String.valueOf(decision.evaluation())).contains("pending");
        });
    }

    @Test
    void what_makes_the_condition_false_disarms_it_and_it_is_armed_anew_when_it_holds_again() {
        automation(PENDING, "PT2H", REMIND);
        TicketId ticket = opened();
        desk.answered(ticket, TicketStatus.PENDING);
        desk.turnBy(Duration.ofMinutes(90));
        desk.asked(ticket);
        desk.turnBy(Duration.ofMinutes(90));
        look();
        assertThat(timers(ticket)).isZero();
        assertThat(reminders(ticket)).isZero();

        desk.answered(ticket, TicketStatus.PENDING);
        desk.turnBy(Duration.ofMinutes(121));
        look();
        desk.asked(ticket);
        desk.answered(ticket, TicketStatus.PENDING);
        desk.turnBy(Duration.ofMinutes(121));
        look();

        assertThat(reminders(ticket)).isEqualTo(2);
    }

    @Test
    void two_nodes_and_one_that_died_in_between_act_once_for_all() {
        automation("{'all':[]}", "PT1H", REMIND);
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tickets.add(opened());
        }
        desk.turnBy(Duration.ofHours(2));
        Instant now = MONDAY_NINE.plus(Duration.ofHours(2));
        AutomationTimer dying = desk.bean(AutomationTimer.class);
        dying.run();
        List<WorkItem> begun = desk.bean(WorkQueue.class).claim(dying, 4);
        begun.forEach(dying::work); // and it dies before it can say so
        Rows.change("UPDATE work SET leased_until = '1970-01-01' WHERE queue = 'automations'");

        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(
                () -> Node.at(now, AutomationTimer.class).run());
        Node.at(now, AutomationTimer.class).run();
        other.join();
        Node.at(now, AutomationTimer.class).run();

        assertThat(tickets).allSatisfy(ticket -> assertThat(reminders(ticket)).isEqualTo(1));
    }

    @Test
    void a_new_automation_is_armed_on_tickets_that_are_there_and_a_changed_one_anew() {
        TicketId ticket = opened();
        desk.answered(ticket, TicketStatus.PENDING);
        TicketId open = opened();
        Automation rule = automation(PENDING, "PT2H", REMIND);
        arm();
        assertThat(timers(ticket)).isEqualTo(1);
        assertThat(timers(open)).isZero();

        admin().update(
                        rule.id(),
                        Optional.empty(),
                        new Draft(new RuleDraft(null, null, null, null, null, null), "PT4H", null));
        desk.turnBy(Duration.ofHours(3));
        look();
        assertThat(reminders(ticket))
                .as("timers of the old delay never come due")
                .isZero();
        arm();
        desk.turnBy(Duration.ofHours(5));
        Node.at(MONDAY_NINE.plus(Duration.ofHours(8)), AutomationTimer.class).run();
        look();

        assertThat(reminders(ticket)).isEqualTo(1);
        assertThat(timers(ticket)).isEqualTo(1);
    }

    @Test
    void what_was_switched_off_or_closed_meanwhile_is_left_alone() {
        Automation rule = automation(PENDING, "PT2H", REMIND);
        TicketId ticket = opened();
        desk.answered(ticket, TicketStatus.PENDING);

        admin().update(
                        rule.id(),
                        Optional.empty(),
                        new Draft(new RuleDraft(null, null, null, false, null, null), null, null));
        desk.turnBy(Duration.ofHours(3));
        look();

        assertThat(reminders(ticket)).isZero();
    }

    @Test
    void a_condition_that_does_not_hold_any_more_is_told() {
        automation("{'field':'requester.name','operator':'is','value':'Ada'}", "PT1H", REMIND);
        TicketId ticket = opened();
        Rows.change(
                "UPDATE user SET name = 'Grace' WHERE id = ?",
                desk.ticket(ticket).origin().requester().value().toString());
        desk.turnBy(Duration.ofHours(2));

        look();

        assertThat(reminders(ticket)).isZero();
        assertThat(decisions(ticket)).extracting(Decision::outcome).containsExactly(Outcome.NOT_MATCHED);
    }

    @Test
    void conditions_ask_nothing_about_times_or_events() {
        assertThatThrownBy(() -> automation(
                        "{'field':'ticket.created_at','operator':'older_than','value':'P1D'}", "PT1H", REMIND))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> automation("{'field':'comment.text','operator':'contains','value':'x'}", "PT1H", REMIND))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> automation("{'field':'ticket.status','operator':'changed','value':true}", "PT1H", REMIND))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> automation(PENDING, "PT30S", REMIND)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> automation(PENDING, "soon", REMIND)).isInstanceOf(InvalidInput.class);
    }

    private Automation automation(String condition, String delay, String actions) {
        JsonObject whole = Rulebook.json(
                "{'all':[{'field':'ticket.subject','operator':'is','value':'%s'},%s]}".formatted(subject, condition));
        var rule = new RuleDraft(
                "Automation " + UUID.randomUUID(),
                null,
                null,
                null,
                whole,
                ActionLanguage.written("[" + actions + "]"));
        Automation automation = admin().create(new Draft(rule, delay, Counts.CALENDAR));
        made.add(automation.id());
        return automation;
    }

    private AutomationAdmin admin() {
        return desk.bean(AutomationAdmin.class);
    }

    private TicketId opened() {
        return desk.opened(subject, TicketPriority.NORMAL);
    }

    private void look() {
        Node.of(desk, desk.bean(AutomationTimer.class)).run();
    }

    private void arm() {
        ArmingWorker worker = desk.bean(ArmingWorker.class);
        WorkQueue queue = desk.bean(WorkQueue.class);
        List<WorkItem> pages = queue.claim(worker, 20);
        while (!pages.isEmpty()) {
            for (WorkItem page : pages) {
                worker.work(page);
                queue.done(page);
            }
            pages = queue.claim(worker, 20);
        }
    }

    private long timers(TicketId ticket) {
        return Rows.count(
                "SELECT COUNT(*) FROM automation_timer WHERE ticket_id = ?",
                ticket.value().toString());
    }

    private long reminders(TicketId ticket) {
        List<Comment> said =
                inNewTransaction(() -> desk.bean(CommentQueries.class).of(ticket, Optional.empty(), true, 100));
        return said.stream()
                .filter(one -> one.authorRole() == AuthorRole.SYSTEM)
                .count();
    }

    private List<Decision> decisions(TicketId ticket) {
        return inNewTransaction(() -> desk.bean(DecisionQueries.class).of(ticket.value(), new UUID(0, 0), 100)).stream()
                .filter(decision -> decision.kind() == DecisionKind.AUTOMATION)
                .toList();
    }
}
