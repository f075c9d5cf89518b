package io.bilet.rest.audit;

import io.bilet.api.v1.AuditEntriesApi;
import io.bilet.api.v1.model.AuditEntryPage;
import io.bilet.audit.AuditLogQueries;
import io.bilet.audit.AuditLogQueries.Filter;
import io.bilet.people.UserId;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Reads the audit log. */
@ApiResource
@Path(AuditEntriesApi.BASE_PATH)
public class AuditEntriesResource implements AuditEntriesApi {

    @Inject
    AuditLogQueries entries;

    @Inject
    Paging paging;

    @Override
    public Response listAuditEntries(ListAuditEntriesQuery query) {
        UserId actor = query.actorId == null ? null : UserId.parse(query.actorId);
        var page = entries.page(
                new Filter(actor, query.subjectId, query.type), paging.begin(query.cursor), paging.limit(query.limit));
        return paging.answer(
                page.map(AuditEntryJson::of),
                (items, next) -> new AuditEntryPage().items(items).next(next));
    }
}
