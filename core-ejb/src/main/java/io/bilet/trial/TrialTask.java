package io.bilet.trial;

import io.bilet.job.Job;
import io.bilet.job.JobId;
import io.bilet.job.JobTask;
import io.bilet.people.RequesterRepository;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import io.bilet.routing.rule.RuleRehearsal;
import io.bilet.sla.ClockRehearsal;
import io.bilet.sla.SlaClock;
import io.bilet.sla.policy.SlaPolicies;
import io.bilet.sla.policy.SlaTerms;
import io.bilet.ticket.TicketId;
import io.bilet.trial.Recorded.ClockEnd;
import io.bilet.trial.Recorded.ClockName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Tries a draft out, some tickets at a time, in the order in which they were opened. */
@ApplicationScoped
public class TrialTask implements JobTask {

    static final String KIND = "trial";

    private static final int TICKETS = 200;

    private static final int FORGOTTEN_AT_ONCE = 5_000;

    @Inject
    private RecordedQueries tickets;

    @Inject
    private RequesterRepository requesters;

    @Inject
    private RuleRehearsal rules;

    @Inject
    private SlaPolicies policies;

    @Inject
    private FindingRepository findings;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean forget(JobId job) {
        return findings.remove(job, FORGOTTEN_AT_ONCE) < FORGOTTEN_AT_ONCE;
    }

    @Override
    public Step step(Job job) {
        TrialDraft draft = TrialDraft.read(job.draft());
        List<Recorded> page = page(draft, job.place());
        var cast = draft.rules() == null ? null : rules.of(draft.rules(), "/routing_rules");
        var terms = draft.policies() == null ? null : policies.drafted(draft.policies(), "/sla_policies");
        List<Finding> found = new ArrayList<>();
        for (Recorded ticket : page) {
            Finding finding = tryOn(ticket, cast, terms, job.createdAt());
            if (!finding.isEmpty()) {
                found.add(finding);
            }
        }
        findings.add(job.id(), found);
        return new Step(place(page, job.place()), page.size(), sums(job.sums(), found), page.size() < TICKETS);
    }

    private List<Recorded> page(TrialDraft draft, String place) {
        int blank = place.indexOf(' ');
        return blank < 0
                ? tickets.opened(draft.from(), draft.to(), null, TICKETS)
                : tickets.opened(
                        Instant.parse(place.substring(0, blank)),
                        draft.to(),
                        TicketId.parse(place.substring(blank + 1)),
                        TICKETS);
    }

    private static String place(List<Recorded> page, String before) {
        if (page.isEmpty()) {
            return before;
        }
        Recorded last = page.get(page.size() - 1);
        return last.createdAt() + " " + last.id();
    }

    private Finding tryOn(
            Recorded ticket, RuleRehearsal.@Nullable Cast cast, @Nullable List<SlaTerms> terms, Instant now) {
        var replay = new Replay(ticket, cast, terms, () -> requesters.get(ticket.requester()));
        replay.play();
        return Finding.between(
                ticket,
                replay.routed(),
                replay.clocks().map(clocks -> ends(clocks, now)).orElse(null));
    }

    private static Map<ClockName, ClockEnd> ends(ClockRehearsal rehearsal, Instant now) {
        Map<ClockName, ClockEnd> ends = new HashMap<>();
        for (SlaClock clock : rehearsal.at(now)) {
            ends.put(
                    new ClockName(Wire.of(clock.metric()), clock.key().cycle()),
                    new ClockEnd(clock.dueAt().orElse(null), clock.reading().breachedAt() != null));
        }
        return ends;
    }

    private static JsonObject sums(JsonObject before, List<Finding> found) {
        return StoredJson.object()
                .add("elsewhere", sum(before, "elsewhere", found, finding -> finding.goesElsewhere() ? 1 : 0))
                .add(
                        "due_otherwise",
                        sum(before, "due_otherwise", found, finding -> finding.fallsDueOtherwise() ? 1 : 0))
                .add("breaches_gained", sum(before, "breaches_gained", found, Finding::breachesGained))
                .add("breaches_avoided", sum(before, "breaches_avoided", found, Finding::breachesAvoided))
                .build();
    }

    private static long sum(JsonObject before, String name, List<Finding> found, ToLongFunction<Finding> count) {
        return before.getInt(name, 0) + found.stream().mapToLong(count).sum();
    }
}
