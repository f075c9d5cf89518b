package io.bilet.rest.view;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.ViewsApi;
import io.bilet.api.v1.model.NewView;
import io.bilet.api.v1.model.TicketPage;
import io.bilet.api.v1.model.ViewCount;
import io.bilet.api.v1.model.ViewPage;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import io.bilet.rest.ticket.TicketJson;
import io.bilet.ticket.Ticket;
import io.bilet.view.View;
import io.bilet.view.ViewAdmin;
import io.bilet.view.ViewCounts;
import io.bilet.view.ViewId;
import io.bilet.view.ViewTickets;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Views over HTTP. */
@ApiResource
@Path(ViewsApi.BASE_PATH)
public class ViewsResource implements ViewsApi {

    private static final Kind<View> VIEW = new Kind<>("view", "views", View::id, View::version, ViewJson::of);

    @Inject
    CurrentCaller caller;

    @Inject
    ViewAdmin views;

    @Inject
    ViewTickets tickets;

    @Inject
    ViewCounts counts;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response createView(NewView body) {
        return register.created(VIEW, () -> views.create(caller.get(), ViewJson.toDraft(body)));
    }

    @Override
    public Response getView(String viewId) {
        return register.found(VIEW, view(viewId));
    }

    @Override
    public Response listViews(ListViewsQuery query) {
        Slice<View> page = views.page(caller.get(), paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(ViewJson::of),
                (items, next) -> new ViewPage().items(items).next(next));
    }

    @Override
    public Response listViewTickets(String viewId, ListViewTicketsQuery query) {
        Slice<Ticket> page =
                tickets.page(caller.get(), view(viewId), paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(TicketJson::of),
                (items, next) -> new TicketPage().items(items).next(next));
    }

    @Override
    public Response getViewCount(String viewId) {
        ViewTickets.Count count = counts.of(caller.get(), view(viewId));
        return Response.ok(new ViewCount()
                        .tickets(count.tickets())
                        .atLeast(count.atLeast())
                        .countedAt(count.countedAt()))
                .build();
    }

    @Override
    public Response updateView(String viewId, @Nullable String ifMatch, JsonObject body) {
        ViewId id = ViewId.parse(viewId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                VIEW, () -> view(viewId), () -> views.update(caller.get(), id, expected, ViewJson.toDraft(body)));
    }

    @Override
    public Response deleteView(String viewId, @Nullable String ifMatch) {
        ViewId id = ViewId.parse(viewId);
        return register.removed(VIEW, () -> view(viewId), () -> views.remove(caller.get(), id, Etag.optional(ifMatch)));
    }

    private View view(String id) {
        return views.get(caller.get(), ViewId.parse(id));
    }
}
