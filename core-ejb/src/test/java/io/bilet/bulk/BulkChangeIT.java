package io.bilet.bulk;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.automation.action.ActionLanguage;
import io.bilet.bulk.BulkAdmin.Named;
import io.bilet.job.Job;
import io.bilet.job.JobId;
import io.bilet.job.JobLedger;
import io.bilet.job.JobStatus;
import io.bilet.job.JobTask;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.User;
import io.bilet.people.UserId;
import io.bilet.people.UserProfile;
import io.bilet.people.UserRepository;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.routing.Company;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.CommentQueries;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import io.bilet.view.ViewId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BulkChangeIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private static final String DONE = """
            [{'kind':'comment','visibility':'public','text':'{{ ticket.subject }} is repaired.'},
             {'kind':'add_tags','tags':['repaired']},
             {'kind':'set_status','status':'solved'}]""";

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final Company company = new Company(new Beans());
    private final GroupId toner = company.group();
    private final GroupId power = company.group();
    private final UserId mira = company.agent(toner, 50, Presence.ONLINE);
    private final UserId noor = company.agent(power, 50, Presence.ONLINE);
    private final Caller agent = caller(mira, Set.of(toner));
    private final BulkAdmin changes;
    private final BulkTask task;
    private final JobLedger jobs;

    BulkChangeIT() {
        ActionLanguage.spokenBy(desk.node());
        changes = desk.bean(BulkAdmin.class);
        task = desk.bean(BulkTask.class);
        jobs = desk.bean(JobLedger.class);
    }

    @Test
    void each_ticket_is_changed_whole_or_told_why_not() {
        TicketId plain = held(toner, mira);
        TicketId outdated = held(toner, mira);
        TicketId hidden = held(power, noor);
        TicketId asWanted = held(toner, mira);
        desk.answered(asWanted, TicketStatus.PENDING);
        var named = List.of(
                new Named(plain, Optional.of(desk.ticket(plain).version())),
                new Named(outdated, Optional.of(99)),
                new Named(hidden, Optional.empty()),
                new Named(TicketId.next(), Optional.empty()),
                new Named(asWanted, Optional.empty()));

        JobId id = begun(named, "[{'kind':'set_status','status':'pending'}]");
        run(id, task);

        assertThat(items(id))
                .extracting(BulkItem::outcome, BulkItem::code)
                .containsExactly(
                        tuple(BulkOutcome.CHANGED, null),
                        tuple(BulkOutcome.REFUSED, "stale_version"),
                        tuple(BulkOutcome.REFUSED, "not_found"),
                        tuple(BulkOutcome.REFUSED, "not_found"),
                        tuple(BulkOutcome.UNCHANGED, null));
        assertThat(desk.ticket(plain).status()).isEqualTo(TicketStatus.PENDING);
        assertThat(items(id).get(0).version()).isEqualTo(desk.ticket(plain).version());
        assertThat(desk.ticket(outdated).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(desk.ticket(hidden).status()).isEqualTo(TicketStatus.OPEN);
        Job job = jobs.get(agent, id);
        assertThat(job.status()).isEqualTo(JobStatus.DONE);
        assertThat(job.sums().getInt("refused")).isEqualTo(3);
    }

    @Test
    void what_a_ticket_does_not_allow_leaves_it_as_it_is() {
        TicketId ticket = held(toner, mira);

        JobId id = begun(named(List.of(ticket)), """
                [{'kind':'add_tags','tags':['half']},
                 {'kind':'comment','visibility':'public','text':'{{ organization.name }}'}]""");
        run(id, task);

        assertThat(items(id)).extracting(BulkItem::outcome).containsExactly(BulkOutcome.REFUSED);
        assertThat(desk.ticket(ticket).description().tags()).isEmpty();
    }

    @Test
    void p08_a_node_that_stops_in_the_middle_changes_nothing_twice() {
        List<TicketId> tickets =
                Stream.generate(() -> held(toner, mira)).limit(8).toList();
        JobId id = begun(named(tickets), DONE);

        run(id, new Stopping(task, 3));
        run(id, new Stopping(task, 2));
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> run(id, task)),
                        CompletableFuture.runAsync(() -> run(id, task)))
                .join();

        assertThat(items(id)).extracting(BulkItem::outcome).containsOnly(BulkOutcome.CHANGED);
        assertThat(tickets).allSatisfy(ticket -> {
            assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.SOLVED);
            assertThat(comments(ticket)).isEqualTo(2);
        });
        assertThat(jobs.get(agent, id).done()).isEqualTo(8);
    }

    @Test
    void what_fails_again_and_again_is_left_out_and_the_rest_is_done() {
        List<TicketId> tickets = List.of(held(toner, mira), held(toner, mira));
        JobId id = begun(named(tickets), DONE);

        jobs.putAside(id, task);
        run(id, task);

        assertThat(items(id)).extracting(BulkItem::outcome).containsExactly(BulkOutcome.FAILED, BulkOutcome.CHANGED);
        assertThat(jobs.get(agent, id).status()).isEqualTo(JobStatus.DONE);
    }

    @Test
    void a_cancelled_change_goes_no_further() {
        List<TicketId> tickets = List.of(held(toner, mira), held(toner, mira), held(toner, mira));
        JobId id = begun(named(tickets), DONE);
        jobs.step(id, task);

        jobs.cancel(agent, id);
        run(id, task);

        assertThat(items(id)).extracting(BulkItem::outcome).containsExactly(BulkOutcome.CHANGED, null, null);
        assertThat(desk.ticket(tickets.get(1)).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void who_lost_the_right_meanwhile_changes_nothing_more() {
        TicketId ticket = held(toner, mira);
        JobId id = begun(named(List.of(ticket)), DONE);
        inNewTransaction(() -> {
            User left = desk.bean(UserRepository.class).get(mira);
            UserProfile now = left.profile();
            left.describe(
                    new UserProfile(now.name(), now.role(), null, null, null, null, now.tags(), false, null),
                    MONDAY_NINE);
            return true;
        });

        run(id, task);

        assertThat(items(id)).extracting(BulkItem::code).containsExactly("forbidden");
        assertThat(desk.ticket(ticket).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void nobody_begins_what_they_could_not_do_by_hand() {
        TicketId ticket = held(toner, mira);

        assertThatThrownBy(
                        () -> begun(named(List.of(ticket)), "[{'kind':'set_group','group_id':'%s'}]".formatted(power)))
                .isInstanceOf(Forbidden.class);
        refused("/actions/0/kind", named(List.of(ticket)), "[{'kind':'set_vip'}]");
        refused("/actions/0/text", named(List.of(ticket)), DONE.replace("ticket.subject", "ticket.nothing"));
        refused("/tickets/1/id", named(List.of(ticket, ticket)), DONE);
        refused("/tickets", List.of(), DONE);
        assertThatThrownBy(() -> changes.begin(agent, List.of(), ViewId.next(), ActionLanguage.written(DONE)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_bulk_change_is_its_owners_alone() {
        JobId id = begun(named(List.of(held(toner, mira))), DONE);

        assertThatThrownBy(() -> changes.get(caller(noor, Set.of(power)), id)).isInstanceOf(NotFound.class);
    }

    private void refused(String pointer, List<Named> named, String actions) {
        assertThatThrownBy(() -> begun(named, actions))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.errors().get(0).pointer()).isEqualTo(pointer));
    }

    private JobId begun(List<Named> named, String actions) {
        return changes.begin(agent, named, null, ActionLanguage.written(actions))
                .id();
    }

    private void run(JobId id, JobTask how) {
        try {
            boolean more = true;
            while (more) {
                more = jobs.step(id, how);
            }
        } catch (Stopped theNodeIsGone) {
            assertThat(jobs.get(agent, id).status().isOver()).isFalse();
        }
    }

    private List<BulkItem> items(JobId id) {
        return inNewTransaction(() -> desk.bean(BulkItemRepository.class)
                .of(id, Optional.empty(), 100)
                .items());
    }

    private int comments(TicketId ticket) {
        return inNewTransaction(() -> desk.bean(CommentQueries.class)
                .of(ticket, Optional.empty(), true, 100)
                .size());
    }

    private static List<Named> named(List<TicketId> tickets) {
        List<Named> named = new ArrayList<>();
        tickets.forEach(ticket -> named.add(new Named(ticket, Optional.empty())));
        return named;
    }

    private TicketId held(GroupId group, UserId owner) {
        TicketId id = desk.opened(TicketPriority.NORMAL);
        desk.given(id, group, owner);
        return id;
    }

    private static Caller caller(UserId user, Set<GroupId> groups) {
        return new Caller(user, Role.AGENT, RolePermissions.of(Role.AGENT), groups, Set.of(), null, "test", null);
    }

    /** Does some steps and is gone in the middle of the next, after all was written and before anything is kept. */
    private static final class Stopping implements JobTask {

        private final JobTask task;
        private int left;

        Stopping(JobTask task, int steps) {
            this.task = task;
            this.left = steps;
        }

        @Override
        public String kind() {
            return task.kind();
        }

        @Override
        public Step step(Job job) {
            Step step = task.step(job);
            left--;
            if (left < 0) {
                throw new Stopped();
            }
            return step;
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
