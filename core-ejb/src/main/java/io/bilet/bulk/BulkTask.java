package io.bilet.bulk;

import io.bilet.access.Caller;
import io.bilet.access.signin.Mandates;
import io.bilet.audit.Act;
import io.bilet.automation.action.ActionReader;
import io.bilet.flow.TicketChanges;
import io.bilet.flow.TicketChanges.Outcome;
import io.bilet.job.Job;
import io.bilet.job.JobId;
import io.bilet.job.JobTask;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.json.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.Optional;

/** Changes the tickets of a bulk change, one in each step. */
@ApplicationScoped
public class BulkTask implements JobTask {

    static final String KIND = "bulk_change";

    @Inject
    private BulkItemRepository items;

    @Inject
    private Mandates mandates;

    @Inject
    private ActionReader actions;

    @Inject
    private TicketChanges tickets;

    @Inject
    private Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Step step(Job job) {
        Optional<BulkItem> next = items.at(job.id(), place(job));
        if (next.isEmpty()) {
            return new Step(job.place(), 0, job.sums(), true);
        }
        BulkDraft draft = BulkDraft.read(job.draft());
        BulkItem changed = mandates.caller(draft.mandate())
                .map(caller -> change(caller, draft, job, next.get()))
                .orElseGet(() -> next.get()
                        .failed(BulkOutcome.REFUSED, "forbidden", "Whoever asked for this may not sign in any more."));
        return settled(job, changed);
    }

    private BulkItem change(Caller caller, BulkDraft draft, Job job, BulkItem item) {
        Act act = new Act(caller.actor(), "bulk_change:" + job.id(), clock.instant());
        var list = actions.read(draft.actions(), "/actions");
        Outcome outcome = tickets.change(caller, item.ticket(), item.expected(), list, act);
        if (outcome.refused() != null) {
            return item.failed(
                    BulkOutcome.REFUSED,
                    outcome.refused().code(),
                    outcome.refused().detail());
        }
        return item.became(outcome.changed() ? BulkOutcome.CHANGED : BulkOutcome.UNCHANGED, outcome.version());
    }

    @Override
    public boolean forget(JobId job) {
        return items.remove(job);
    }

    @Override
    public Optional<Step> leaveOut(Job job) {
        return items.at(job.id(), place(job))
                .map(item -> settled(
                        job, item.failed(BulkOutcome.FAILED, "internal_error", "This was tried five times in vain.")));
    }

    private Step settled(Job job, BulkItem item) {
        BulkOutcome outcome = item.outcome() == null ? BulkOutcome.FAILED : item.outcome();
        items.settle(job.id(), item, outcome);
        int next = item.place() + 1;
        return new Step(Integer.toString(next), 1, sums(job.sums(), outcome), next >= job.total());
    }

    private static int place(Job job) {
        return job.place().isEmpty() ? 0 : Integer.parseInt(job.place());
    }

    private static JsonObject sums(JsonObject before, BulkOutcome one) {
        JsonObjectBuilder sums = StoredJson.object();
        for (BulkOutcome outcome : BulkOutcome.values()) {
            String name = Wire.of(outcome);
            sums.add(name, before.getInt(name, 0) + (outcome == one ? 1 : 0));
        }
        return sums.build();
    }
}
