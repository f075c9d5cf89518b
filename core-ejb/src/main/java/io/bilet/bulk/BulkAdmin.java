package io.bilet.bulk;

import io.bilet.access.Caller;
import io.bilet.access.Permission;
import io.bilet.access.signin.Mandates;
import io.bilet.automation.action.Action;
import io.bilet.automation.action.ActionReader;
import io.bilet.automation.action.References;
import io.bilet.automation.macro.OwnActions;
import io.bilet.job.Job;
import io.bilet.job.JobId;
import io.bilet.job.JobLedger;
import io.bilet.platform.error.Forbidden;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Position;
import io.bilet.platform.paging.Slice;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.view.View;
import io.bilet.view.ViewAdmin;
import io.bilet.view.ViewId;
import io.bilet.view.ViewTickets;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes bulk changes on. */
@Stateless
public class BulkAdmin {

    /** Named one by one; a request that names more is not looked through by people. */
    static final int NAMED_MAX = 1_000;

    /** Of a view; more is a matter of rules. */
    static final int VIEWED_MAX = 5_000;

    private static final int PAGE = 100;

    @Inject
    private ActionReader actions;

    @Inject
    private References references;

    @Inject
    private ViewAdmin views;

    @Inject
    private ViewTickets viewed;

    @Inject
    private BulkItemRepository items;

    @Inject
    private JobLedger jobs;

    @Inject
    private Mandates mandates;

    /** A ticket that is named, and the version of it that is to be changed. */
    public record Named(TicketId ticket, Optional<Integer> version) {}

    /**
     * Begins to change tickets; either they are named, or they are those of a view as the caller sees it now.
     *
     * @throws Forbidden if the caller could not do it to any ticket by hand
     * @throws InvalidInput naming what is wrong with the actions or the tickets
     */
    public Job begin(Caller caller, List<Named> named, @Nullable ViewId view, JsonArray written) {
        caller.require(Permission.BULK_CHANGES_RUN);
        List<Action> list = actions.readKnown(written, references, "/actions");
        OwnActions.requireOnlyOwn(list);
        OwnActions.requirePermitted(caller, list);
        if (named.isEmpty() == (view == null)) {
            throw new InvalidInput("/tickets", "inconsistent", "Either tickets or a view is needed, not both.");
        }
        List<BulkItem> found = view == null ? items(named) : items(caller, view);
        Job job = jobs.begin(caller, BulkTask.KIND, new BulkDraft(mandates.of(caller), written).toJson(), found.size());
        items.add(job.id(), found);
        return job;
    }

    private static List<BulkItem> items(List<Named> named) {
        if (named.size() > NAMED_MAX) {
            throw new InvalidInput("/tickets", "too_many", "At most %d tickets are named.".formatted(NAMED_MAX));
        }
        List<BulkItem> items = new ArrayList<>();
        Set<TicketId> seen = new HashSet<>();
        for (Named one : named) {
            if (!seen.add(one.ticket())) {
                throw new InvalidInput("/tickets/%d/id".formatted(items.size()), "duplicate", "This is named twice.");
            }
            items.add(BulkItem.waiting(items.size(), one.ticket(), one.version()));
        }
        return items;
    }

    private List<BulkItem> items(Caller caller, ViewId id) {
        View view = view(caller, id);
        List<BulkItem> items = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            Slice<Ticket> page = viewed.page(caller, view, after, PAGE);
            page.items().forEach(ticket -> items.add(BulkItem.waiting(items.size(), ticket.id(), Optional.empty())));
            after = page.next();
        } while (after.isPresent() && items.size() <= VIEWED_MAX);
        if (items.isEmpty() || items.size() > VIEWED_MAX) {
            throw new InvalidInput(
                    "/view_id", "wrong_length", "The view must show 1 to %d tickets.".formatted(VIEWED_MAX));
        }
        return items;
    }

    private View view(Caller caller, ViewId id) {
        try {
            return views.get(caller, id);
        } catch (NotFound hidden) {
            throw InvalidInput.unknownReference("/view_id");
        }
    }

    /**
     * The job of a bulk change of the caller's.
     *
     * @throws NotFound if there is none
     */
    public Job get(Caller caller, JobId id) {
        Job job = jobs.get(caller, id);
        if (!job.kind().equals(BulkTask.KIND)) {
            throw new NotFound("bulk change");
        }
        return job;
    }
}
