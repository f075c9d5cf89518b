package io.bilet.trial;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.access.Caller;
import io.bilet.access.RolePermissions;
import io.bilet.brand.BrandId;
import io.bilet.flow.DutyFlow;
import io.bilet.job.Job;
import io.bilet.job.JobLedger;
import io.bilet.job.JobStatus;
import io.bilet.job.JobWorker;
import io.bilet.people.GroupId;
import io.bilet.people.Role;
import io.bilet.people.UserId;
import io.bilet.people.team.Presence;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.telemetry.Cause;
import io.bilet.platform.work.WorkItem;
import io.bilet.routing.Company;
import io.bilet.routing.rule.RoutingRule;
import io.bilet.routing.rule.RoutingRuleAdmin;
import io.bilet.sla.SlaDesk;
import io.bilet.sla.policy.SlaPolicy;
import io.bilet.sla.policy.SlaPolicyRepository;
import io.bilet.testing.Beans;
import io.bilet.ticket.Snooze;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What trials find; unchanged rules and policies find nothing. */
class TrialIT {

    private static final long SEED = 4711;

    /** A time in which no other test opens tickets. */
    private static final Instant BEGIN = Instant.parse("2031-03-03T09:00:00Z");

    private static final String WORD = "kaleidoscope";

    private static final Company COMPANY = new Company(new Beans());
    private static final GroupId OPTICS = COMPANY.group(1);
    private static final GroupId ELSEWHERE = COMPANY.group(1);
    private static final UserId AGENT = COMPANY.agent(ELSEWHERE, 1_000, Presence.ONLINE);
    private static final SlaDesk DESK = new SlaDesk(BEGIN);
    private static final Caller ADMIN = caller(Set.of());
    private static final List<TicketId> TICKETS = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // happen() sets it
    private static RoutingRule rule;

    @SuppressWarnings("NullAway.Init") // happen() sets it
    private static Instant end;

    @BeforeAll
    static void happen() {
        DESK.bean(TrialTask.class);
        rule = DESK.bean(RoutingRuleAdmin.class)
                .create(new RoutingRuleAdmin.Draft(
                        "Optics " + OPTICS,
                        null,
                        true,
                        subject(WORD),
                        StoredJson.object()
                                .add("group_id", OPTICS.toString())
                                .add("tags", StoredJson.array(List.of("optics")))
                                .build()));
        Random random = new Random(SEED);
        Instant now = BEGIN;
        for (int i = 0; i < 30; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(90)));
            DESK.turnTo(now);
            TicketPriority priority = TicketPriority.values()[random.nextInt(4)];
            TICKETS.add(DESK.opened(i % 3 == 0 ? "My " + WORD + " is stuck" : "It is stuck", priority));
            now = live(TICKETS.get(i), now, random);
        }
        end = now.plus(Duration.ofDays(30));
        DESK.turnTo(end);
        TICKETS.forEach(ticket -> DESK.bean(DutyFlow.class).soundClocks(ticket, end));
    }

    private static Instant live(TicketId ticket, Instant opened, Random random) {
        Instant now = opened;
        for (int steps = random.nextInt(8); steps > 0; steps--) {
            now = now.plus(Duration.ofMinutes(1 + random.nextInt(3_000)));
            DESK.turnTo(now);
            switch (random.nextInt(6)) {
                case 0 -> DESK.asked(ticket);
                case 1 -> DESK.answered(ticket, TicketStatus.PENDING);
                case 2 -> DESK.raised(ticket, TicketPriority.values()[random.nextInt(4)]);
                case 3 -> DESK.given(ticket, ELSEWHERE, AGENT);
                case 4 -> {
                    DESK.given(ticket, ELSEWHERE, AGENT);
                    Instant promised = now.plus(Duration.ofDays(1));
                    DESK.snoozed(ticket, new Snooze(promised.minusSeconds(3_600), promised, "later"));
                    DESK.asked(ticket);
                }
                default -> {
                    DESK.answered(ticket, TicketStatus.SOLVED);
                    now = now.plus(Duration.ofMinutes(10));
                    DESK.turnTo(now);
                    DESK.asked(ticket);
                }
            }
        }
        return opened;
    }

    @AfterAll
    static void switchOff() {
        DESK.bean(RoutingRuleAdmin.class).remove(rule.id(), Optional.empty());
    }

    @Test
    void unchanged_rules_and_policies_give_what_was_recorded() {
        Job job = tried(new TrialDraft(BEGIN, end, presentRules(), presentPolicies()));

        assertThat(findings(job)).as("seed %d", SEED).isEmpty();
        assertThat(job.status()).isEqualTo(JobStatus.DONE);
        assertThat(job.done()).isEqualTo(job.total()).isEqualTo(TICKETS.size());
    }

    @Test
    void another_rule_sends_the_tickets_it_is_about_elsewhere() {
        JsonObject other = StoredJson.object()
                .add("condition", subject(WORD))
                .add("effects", StoredJson.object().add("group_id", ELSEWHERE.toString()))
                .build();

        Job job = tried(new TrialDraft(BEGIN, end, List.of(other), null));

        assertThat(job.sums().getInt("elsewhere")).isEqualTo(TICKETS.size() / 3);
        assertThat(findings(job)).hasSize(TICKETS.size() / 3).allSatisfy(finding -> assertThat(
                        finding.difference().getJsonArray("fields").toString())
                .contains(OPTICS.toString(), ELSEWHERE.toString())
                .contains("optics"));
    }

    @Test
    void a_stricter_policy_falls_due_earlier_and_is_broken_more_often() {
        int before = breaches();

        Job strict = tried(new TrialDraft(BEGIN, end, null, List.of(firstReplyWithin("PT1S"))));
        Job lenient = tried(new TrialDraft(BEGIN, end, null, List.of(firstReplyWithin("PT8000H"))));

        assertThat(strict.sums().getInt("due_otherwise")).isEqualTo(TICKETS.size());
        assertThat(strict.sums().getInt("breaches_gained")).isPositive();
        assertThat(lenient.sums().getInt("breaches_gained")).isZero();
        assertThat(lenient.sums().getInt("breaches_avoided")).isEqualTo(before).isPositive();
    }

    @Test
    void a_trial_changes_nothing() {
        List<?> records = TICKETS.stream().map(DESK::record).toList();
        List<?> ledgers = TICKETS.stream().map(DESK::ledger).toList();

        tried(new TrialDraft(BEGIN, end, List.of(), List.of(firstReplyWithin("PT1S"))));

        assertThat(TICKETS.stream().map(DESK::record).toList()).isEqualTo(records);
        assertThat(TICKETS.stream().map(DESK::ledger).toList()).isEqualTo(ledgers);
    }

    @Test
    void a_job_is_its_owners_and_ends_when_they_say_so() {
        JobLedger jobs = DESK.bean(JobLedger.class);
        Job job = DESK.bean(TrialAdmin.class).begin(ADMIN, new TrialDraft(BEGIN, end, List.of(), null));

        assertThatThrownBy(() -> jobs.get(caller(Set.of()), job.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> jobs.cancel(caller(Set.of()), job.id())).isInstanceOf(NotFound.class);
        jobs.cancel(ADMIN, job.id());

        assertThat(run(job).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(run(job).done()).isZero();
        assertThatThrownBy(() -> jobs.cancel(ADMIN, job.id())).isInstanceOf(Conflict.class);
    }

    @Test
    void what_cannot_be_tried_is_refused_in_words() {
        TrialAdmin trials = DESK.bean(TrialAdmin.class);
        JsonObject nowhere = StoredJson.object()
                .add("condition", subject(WORD))
                .add(
                        "effects",
                        StoredJson.object().add("group_id", GroupId.next().toString()))
                .build();

        assertThatThrownBy(() -> trials.begin(ADMIN, new TrialDraft(BEGIN, end, null, null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> trials.begin(ADMIN, new TrialDraft(end, BEGIN, List.of(), null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> trials.begin(ADMIN, new TrialDraft(BEGIN, end, List.of(nowhere), null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> trials.begin(caller(Set.of(BrandId.next())), new TrialDraft(BEGIN, end, List.of(), null)))
                .isInstanceOf(Forbidden.class);
    }

    private static Job tried(TrialDraft draft) {
        return run(DESK.bean(TrialAdmin.class).begin(ADMIN, draft));
    }

    private static Job run(Job job) {
        String payload =
                StoredJson.object().add("job_id", job.id().toString()).build().toString();
        DESK.bean(JobWorker.class).work(new WorkItem(1, "jobs", "key", null, payload, Cause.NONE, 1, 1));
        return DESK.bean(JobLedger.class).get(ADMIN, job.id());
    }

    private static List<FindingRow> findings(Job job) {
        return inNewTransaction(() -> DESK.bean(FindingRepository.class).of(job.id(), Optional.empty(), 100))
                .items();
    }

    private static int breaches() {
        return (int) TICKETS.stream()
                .flatMap(ticket -> DESK.clocks(ticket).stream())
                .filter(clock -> clock.reading().breachedAt() != null)
                .count();
    }

    private static List<JsonObject> presentRules() {
        return inNewTransaction(() -> DESK.bean(RoutingRuleAdmin.class).page(Optional.empty(), 500)).items().stream()
                .filter(each -> each.listing().isActive())
                .map(each -> StoredJson.object()
                        .add("condition", each.condition())
                        .add("effects", each.effects())
                        .build())
                .toList();
    }

    private static List<JsonObject> presentPolicies() {
        return inNewTransaction(() -> DESK.bean(SlaPolicyRepository.class).page(Optional.empty(), 200)).items().stream()
                .filter(each -> each.listing().isActive())
                .map(SlaPolicy::terms)
                .toList();
    }

    private static JsonObject subject(String word) {
        return StoredJson.object()
                .add("field", "ticket.subject")
                .add("operator", "contains")
                .add("value", word)
                .build();
    }

    private static JsonObject firstReplyWithin(String target) {
        var targets = StoredJson.array();
        for (String priority : List.of("low", "normal", "high", "urgent")) {
            targets.add(StoredJson.object()
                    .add("metric", "first_reply_time")
                    .add("priority", priority)
                    .add("target", target));
        }
        return StoredJson.object()
                .add("condition", StoredJson.object().add("all", StoredJson.array()))
                .add("targets", targets)
                .build();
    }

    private static Caller caller(Set<BrandId> brands) {
        return new Caller(
                UserId.next(), Role.ADMIN, RolePermissions.of(Role.ADMIN), Set.of(), brands, null, "test", null);
    }
}
