package io.bilet.rest.ticket;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.CommentsApi;
import io.bilet.api.v1.model.CommentPage;
import io.bilet.api.v1.model.NewComment;
import io.bilet.api.v1.model.Visibility;
import io.bilet.flow.Filed;
import io.bilet.flow.TicketFlow;
import io.bilet.flow.TicketReader;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.ticket.AttachmentRepository;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments over HTTP. */
@ApiResource
@Path(CommentsApi.BASE_PATH)
public class CommentsResource implements CommentsApi {

    @Inject
    CurrentCaller caller;

    @Inject
    TicketFlow flow;

    @Inject
    TicketReader reader;

    @Inject
    AttachmentRepository attachments;

    @Inject
    CommentPages pages;

    @Inject
    Paging paging;

    /** An agent's public answer must say on which reading it is based; notes and requesters' comments may. */
    @Override
    public Response createComment(String ticketId, @Nullable String ifMatch, NewComment body) {
        boolean mustSay =
                body.getVisibility() == Visibility.PUBLIC && !caller.get().isRequester();
        Optional<Integer> expected = mustSay ? Etag.required(ifMatch) : Etag.optional(ifMatch);
        Filed filed = flow.answer(caller.get(), CommentJson.toAnswer(TicketId.parse(ticketId), expected, body));
        var files = body.getAttachmentIds() == null
                ? List.<io.bilet.ticket.Attachment>of()
                : attachments.of(filed.ticket().id(), List.of(filed.comment().id()));
        return Response.created(URI.create("tickets/" + filed.ticket().id() + "/comments/"
                        + filed.comment().id()))
                .entity(CommentJson.of(filed.comment(), files))
                .tag(Etag.of(filed.ticket().version()))
                .build();
    }

    @Override
    public Response listComments(String ticketId, ListCommentsQuery query) {
        TicketReader.Seen seen = reader.get(caller.get(), TicketId.parse(ticketId));
        var page = pages.page(seen, paging.begin(query.cursor), paging.limit(query.limit));
        return Response.ok(new CommentPage().items(page.items()).next(paging.next(page.next())))
                .build();
    }
}
