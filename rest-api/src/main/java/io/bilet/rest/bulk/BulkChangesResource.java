package io.bilet.rest.bulk;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.BulkChangesApi;
import io.bilet.api.v1.model.BulkChangeItemPage;
import io.bilet.api.v1.model.NewBulkChange;
import io.bilet.bulk.BulkAdmin;
import io.bilet.bulk.BulkItemRepository;
import io.bilet.job.Job;
import io.bilet.job.JobId;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Paging;
import io.bilet.rest.trial.JobJson;
import io.bilet.view.ViewId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Bulk changes over HTTP. */
@ApiResource
@Path(BulkChangesApi.BASE_PATH)
public class BulkChangesResource implements BulkChangesApi {

    @Inject
    CurrentCaller caller;

    @Inject
    BulkAdmin changes;

    @Inject
    BulkItemRepository items;

    @Inject
    Paging paging;

    @Override
    public Response createBulkChange(NewBulkChange body) {
        Job job = changes.begin(
                caller.get(),
                BulkChangeJson.toNamed(body.getTickets()),
                body.getViewId() == null ? null : ViewId.parse(body.getViewId()),
                BulkChangeJson.toActions(body.getActions()));
        return Response.accepted(JobJson.of(job))
                .location(URI.create("jobs/" + job.id()))
                .build();
    }

    @Override
    public Response getBulkChange(String bulkChangeId) {
        return Response.ok(BulkChangeJson.of(changes.get(caller.get(), JobId.parse(bulkChangeId))))
                .build();
    }

    @Override
    public Response listBulkChangeItems(String bulkChangeId, ListBulkChangeItemsQuery query) {
        JobId id = changes.get(caller.get(), JobId.parse(bulkChangeId)).id();
        return paging.answer(
                items.of(id, paging.begin(query.cursor), paging.limit(query.limit))
                        .map(BulkChangeJson::of),
                (items, next) -> new BulkChangeItemPage().items(items).next(next));
    }
}
