package io.bilet.rest.change;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.ChangesApi;
import io.bilet.api.v1.model.ChangePage;
import io.bilet.feed.ChangeFeed;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.call.Exchange;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The change feed over HTTP. */
@ApiResource
@Path(ChangesApi.BASE_PATH)
public class ChangesResource implements ChangesApi {

    private static final String LATEST = "latest";

    @Inject
    CurrentCaller caller;

    @Inject
    ChangeFeed feed;

    @Inject
    Paging paging;

    @Inject
    Exchange exchange;

    @Override
    public Response listChanges(ListChangesQuery query) {
        int limit = paging.limit(query.limit);
        ChangeFeed.Page page = feed.page(caller.get(), after(query.after), limit);
        String next = exchange.path() + "?after=" + page.position() + "&limit=" + limit;
        return Response.ok(new ChangePage()
                        .items(page.changes().stream().map(ChangeJson::of).toList())
                        .position(page.position())
                        .next(page.more() ? next : null))
                .build();
    }

    private long after(@Nullable String asked) {
        if (LATEST.equals(asked)) {
            return feed.latest();
        }
        return asked == null ? 0 : Long.parseLong(asked);
    }
}
