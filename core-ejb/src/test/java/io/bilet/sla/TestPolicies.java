package io.bilet.sla;

import static io.bilet.sla.policy.SlaMetric.AGENT_WORK_TIME;
import static io.bilet.sla.policy.SlaMetric.EXPERT_ANSWER_TIME;
import static io.bilet.sla.policy.SlaMetric.FIRST_REPLY_TIME;
import static io.bilet.sla.policy.SlaMetric.GROUP_OWNERSHIP_TIME;
import static io.bilet.sla.policy.SlaMetric.NEXT_REPLY_TIME;
import static io.bilet.sla.policy.SlaMetric.PAUSABLE_UPDATE_TIME;
import static io.bilet.sla.policy.SlaMetric.PERIODIC_UPDATE_TIME;
import static io.bilet.sla.policy.SlaMetric.REQUESTER_WAIT_TIME;
import static io.bilet.sla.policy.SlaMetric.TOTAL_RESOLUTION_TIME;
import static io.bilet.ticket.TicketStatus.ON_HOLD;
import static io.bilet.ticket.TicketStatus.PENDING;

import io.bilet.condition.All;
import io.bilet.schedule.ScheduleId;
import io.bilet.schedule.WorkingHours;
import io.bilet.sla.policy.PolicyTerms;
import io.bilet.sla.policy.SlaMetric;
import io.bilet.sla.policy.SlaPolicyId;
import io.bilet.sla.policy.SlaTarget;
import io.bilet.sla.policy.SlaTerms;
import io.bilet.sla.policy.TimeKind;
import io.bilet.sla.policy.WarningStep;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The policies that {@code clock-scenarios.md} names. */
final class TestPolicies {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Map<SlaMetric, Set<TicketStatus>> USUAL_PAUSES =
            Map.of(NEXT_REPLY_TIME, Set.of(PENDING), TOTAL_RESOLUTION_TIME, Set.of(PENDING, ON_HOLD));

    private static final Map<SlaMetric, Set<TicketStatus>> ALL_PAUSES = Map.of(
            FIRST_REPLY_TIME, Set.of(PENDING, ON_HOLD),
            NEXT_REPLY_TIME, Set.of(PENDING, ON_HOLD),
            TOTAL_RESOLUTION_TIME, Set.of(PENDING, ON_HOLD));

    private static final Map<String, SlaTerms> BY_NAME = Map.ofEntries(
            Map.entry("Office", business(TestHours.office(), USUAL_PAUSES)),
            Map.entry("Patient", business(TestHours.office(), ALL_PAUSES)),
            Map.entry("Round the clock", calendar()),
            Map.entry("Split", business(TestHours.split(), USUAL_PAUSES)),
            Map.entry("New York", business(TestHours.newYork(), USUAL_PAUSES)),
            Map.entry("Night", business(TestHours.night(), USUAL_PAUSES)),
            Map.entry("Lord Howe", calendar()),
            Map.entry("News", office(Map.of(), targets(PERIODIC_UPDATE_TIME, 4), targets(PAUSABLE_UPDATE_TIME, 4))),
            Map.entry("Work", office(Map.of(), targets(REQUESTER_WAIT_TIME, 8), targets(AGENT_WORK_TIME, 4))),
            Map.entry("Team", office(Map.of(GROUP_OWNERSHIP_TIME, Set.of(PENDING)), targets(GROUP_OWNERSHIP_TIME, 4))),
            Map.entry("Experts", office(Map.of(), targets(EXPERT_ANSWER_TIME, 4))),
            Map.entry("None", SlaTerms.NONE));

    private static final Map<String, ZoneId> ZONES = Map.of(
            "Split", ZoneId.of("Europe/Paris"),
            "New York", ZoneId.of("America/New_York"),
            "Lord Howe", ZoneId.of("Australia/Lord_Howe"));

    private TestPolicies() {}

    static SlaTerms named(String name) {
        if (name.equals("Office until four")) {
            SlaTerms office = named("Office");
            return new SlaTerms(office.policy(), office.version(), TestHours.officeUntilFour(), office.terms());
        }
        return Objects.requireNonNull(BY_NAME.get(name), name);
    }

    /** The office policy, whose schedule gets shorter days at that instant. */
    static SlaTerms officeClosingAtFourFrom(Instant change) {
        SlaTerms office = named("Office");
        var hours = TestHours.officeClosingAtFourFrom(change);
        return new SlaTerms(office.policy(), office.version(), hours, office.terms());
    }

    static ZoneId zoneOf(String name) {
        return ZONES.getOrDefault(name, BERLIN);
    }

    /** The office policy with warnings. */
    static SlaTerms officeWarning(WarningStep... steps) {
        SlaTerms office = named("Office");
        PolicyTerms terms = office.terms();
        return new SlaTerms(
                SlaPolicyId.next(),
                1,
                office.hours(),
                new PolicyTerms(terms.condition(), terms.schedule(), terms.targets(), terms.pauses(), List.of(steps)));
    }

    private record Targets(SlaMetric metric, Map<TicketPriority, SlaTarget> byPriority) {}

    private static Targets targets(SlaMetric metric, int normal) {
        return new Targets(metric, hours(TimeKind.BUSINESS, 2 * normal, normal, normal / 2, normal / 4));
    }

    private static SlaTerms office(Map<SlaMetric, Set<TicketStatus>> pauses, Targets... targets) {
        var all = new EnumMap<SlaMetric, Map<TicketPriority, SlaTarget>>(SlaMetric.class);
        for (Targets each : targets) {
            all.put(each.metric(), each.byPriority());
        }
        var terms = new PolicyTerms(All.ALWAYS, ScheduleId.next(), all, pauses, List.of());
        return new SlaTerms(SlaPolicyId.next(), 1, TestHours.office(), terms);
    }

    private static SlaTerms calendar() {
        return terms(TimeKind.CALENDAR, null, WorkingHours.always(), Map.of());
    }

    private static SlaTerms business(WorkingHours hours, Map<SlaMetric, Set<TicketStatus>> pauses) {
        return terms(TimeKind.BUSINESS, ScheduleId.next(), hours, pauses);
    }

    private static SlaTerms terms(
            TimeKind kind,
            @Nullable ScheduleId schedule,
            WorkingHours hours,
            Map<SlaMetric, Set<TicketStatus>> pauses) {
        var targets = Map.of(
                FIRST_REPLY_TIME, hours(kind, 8, 4, 2, 1),
                NEXT_REPLY_TIME, hours(kind, 8, 4, 2, 1),
                TOTAL_RESOLUTION_TIME, hours(kind, 40, 16, 8, 4));
        var terms = new PolicyTerms(All.ALWAYS, schedule, targets, pauses, List.of());
        return new SlaTerms(SlaPolicyId.next(), 1, hours, terms);
    }

    private static Map<TicketPriority, SlaTarget> hours(TimeKind kind, int... lowToUrgent) {
        var hours = new EnumMap<TicketPriority, SlaTarget>(TicketPriority.class);
        int next = 0;
        for (TicketPriority priority : TicketPriority.values()) {
            hours.put(priority, new SlaTarget(Duration.ofHours(lowToUrgent[next++]), kind));
        }
        return hours;
    }
}
