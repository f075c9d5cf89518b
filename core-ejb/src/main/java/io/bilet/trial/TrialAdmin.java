package io.bilet.trial;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.job.Job;
import io.bilet.job.JobId;
import io.bilet.job.JobLedger;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.routing.rule.RuleRehearsal;
import io.bilet.sla.policy.SlaPolicies;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Takes trials on. */
@Stateless
public class TrialAdmin {

    /** More tell nothing that fewer do not, and would keep a node busy for minutes. */
    static final long TICKETS_MAX = 200_000;

    @Inject
    private RecordedQueries tickets;

    @Inject
    private RuleRehearsal rules;

    @Inject
    private SlaPolicies policies;

    @Inject
    private JobLedger jobs;

    /**
     * Begins to try a draft on the tickets of a period.
     *
     * @throws Forbidden if the caller may not see every ticket
     * @throws InvalidInput naming what is wrong with the draft, or if there is nothing to try, or too much
     */
    public Job begin(Caller caller, TrialDraft draft) {
        caller.require(Permission.TRIALS_RUN);
        if (!caller.brands().isEmpty()) {
            throw new Forbidden(Permission.TRIALS_RUN.toString());
        }
        if (!draft.from().isBefore(draft.to())) {
            throw new InvalidInput("/to", "not_after_from", "A period ends after it begins.");
        }
        if (draft.rules() == null && draft.policies() == null) {
            throw new InvalidInput("", "nothing_to_try", "Routing rules or SLA policies are needed, or both.");
        }
        if (draft.rules() != null) {
            rules.of(draft.rules(), "/routing_rules");
        }
        if (draft.policies() != null) {
            policies.drafted(draft.policies(), "/sla_policies");
        }
        long count = tickets.count(draft.from(), draft.to());
        if (count > TICKETS_MAX) {
            throw new InvalidInput(
                    "/from", "too_many_tickets", "A trial takes at most %d tickets.".formatted(TICKETS_MAX));
        }
        return jobs.begin(caller, TrialTask.KIND, draft.toJson(), count);
    }

    /**
     * The job of a trial of the caller's.
     *
     * @throws NotFound if there is none
     */
    public Job get(Caller caller, JobId id) {
        Job job = jobs.get(caller, id);
        if (!job.kind().equals(TrialTask.KIND)) {
            throw new NotFound("trial");
        }
        return job;
    }
}
