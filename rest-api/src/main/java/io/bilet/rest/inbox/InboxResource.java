package io.bilet.rest.inbox;

import io.bilet.access.CurrentCaller;
import io.bilet.access.Permission;
import io.bilet.api.v1.InboxApi;
import io.bilet.api.v1.model.InboxPage;
import io.bilet.inbox.InboxQueries;
import io.bilet.inbox.InboxRow;
import io.bilet.people.UserId;
import io.bilet.people.UserRepository;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Paging;
import io.bilet.ticket.Folder;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Inboxes over HTTP: an agent's own, and for those who assign work everybody's. */
@ApiResource
@Path(InboxApi.BASE_PATH)
public class InboxResource implements InboxApi {

    @Inject
    CurrentCaller caller;

    @Inject
    InboxQueries inboxes;

    @Inject
    UserRepository users;

    @Inject
    Paging paging;

    @Override
    public Response listInbox(ListInboxQuery query) {
        return page(caller.get().userId(), query.folder, query.cursor, query.limit);
    }

    @Override
    public Response listAgentInbox(String agentId, ListAgentInboxQuery query) {
        UserId agent = UserId.parse(agentId);
        if (users.find(agent).filter(user -> user.role().isStaff()).isEmpty()) {
            throw new NotFound("agent");
        }
        caller.get().requireSelfOr(Permission.TICKETS_ASSIGN, agent);
        return page(agent, query.folder, query.cursor, query.limit);
    }

    private Response page(
            UserId agent,
            io.bilet.api.v1.model.@Nullable Folder folder,
            @Nullable String cursor,
            @Nullable Integer limit) {
        Folder where = folder == null ? Folder.INBOX : Folder.valueOf(folder.name());
        Slice<InboxRow> page = inboxes.page(agent, where, paging.begin(cursor), paging.limit(limit));
        return paging.answer(
                page.map(InboxJson::of),
                (items, next) -> new InboxPage().items(items).next(next));
    }
}
