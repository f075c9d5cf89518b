package io.bilet.rest.inbox;

import io.bilet.access.CurrentCaller;
import io.bilet.access.Permission;
import io.bilet.api.v1.InboxApi;
import io.bilet.api.v1.model.FolderCount;
import io.bilet.api.v1.model.InboxPage;
import io.bilet.inbox.FolderQueries;
import io.bilet.inbox.InboxQueries;
import io.bilet.inbox.InboxQueries.Shelf;
import io.bilet.inbox.InboxRow;
import io.bilet.people.UserId;
import io.bilet.people.UserRepository;
import io.bilet.platform.error.NotFound;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.CommaList;
import io.bilet.rest.http.Paging;
import io.bilet.ticket.Folder;
import io.bilet.ticket.TicketStatus;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
    FolderQueries folders;

    @Inject
    UserRepository users;

    @Inject
    Paging paging;

    @Override
    public Response listInbox(ListInboxQuery query) {
        return page(shelf(caller.get().userId(), query.folder, query.status), query.cursor, query.limit);
    }

    @Override
    public Response listAgentInbox(String agentId, ListAgentInboxQuery query) {
        UserId agent = UserId.parse(agentId);
        if (users.find(agent).filter(user -> user.role().isStaff()).isEmpty()) {
            throw new NotFound("agent");
        }
        caller.get().requireSelfOr(Permission.TICKETS_ASSIGN, agent);
        return page(shelf(agent, query.folder, query.status), query.cursor, query.limit);
    }

    private Response page(Shelf shelf, @Nullable String cursor, @Nullable Integer limit) {
        Slice<InboxRow> page = inboxes.page(shelf, paging.begin(cursor), paging.limit(limit));
        List<FolderCount> folders = cursor == null
                ? this.folders.of(shelf.agent()).stream().map(InboxJson::of).toList()
                : null;
        return paging.answer(
                page.map(InboxJson::of),
                (items, next) -> new InboxPage().items(items).folders(folders).next(next));
    }

    private static Shelf shelf(UserId agent, io.bilet.api.v1.model.@Nullable Folder folder, @Nullable String statuses) {
        return new Shelf(
                agent,
                folder == null ? Folder.INBOX : Folder.valueOf(folder.name()),
                CommaList.constants(TicketStatus.class, statuses, "status"));
    }
}
