package io.bilet.rest.ticket;

import io.bilet.access.CurrentCaller;
import io.bilet.api.v1.FollowersApi;
import io.bilet.api.v1.model.Follower;
import io.bilet.api.v1.model.FollowerList;
import io.bilet.flow.FollowFlow;
import io.bilet.flow.TicketReader;
import io.bilet.people.UserId;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.ticket.FollowerRepository;
import io.bilet.ticket.TicketId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who follows a ticket, over HTTP. */
@ApiResource
@Path(FollowersApi.BASE_PATH)
public class FollowersResource implements FollowersApi {

    @Inject
    CurrentCaller caller;

    @Inject
    TicketReader reader;

    @Inject
    FollowerRepository followers;

    @Inject
    FollowFlow flow;

    @Override
    public Response listFollowers(String ticketId) {
        TicketId ticket =
                reader.wholeTicket(caller.get(), TicketId.parse(ticketId)).id();
        return Response.ok(new FollowerList()
                        .items(followers.of(ticket).stream()
                                .map(follower -> new Follower()
                                        .userId(follower.userId().toString())
                                        .since(follower.since()))
                                .toList()))
                .build();
    }

    @Override
    public Response updateFollower(String ticketId, String userId, @Nullable String ifMatch) {
        UserId who = UserId.parse(userId);
        flow.follow(caller.get(), TicketId.parse(ticketId), expected(who, ifMatch), who);
        return Response.noContent().build();
    }

    @Override
    public Response deleteFollower(String ticketId, String userId, @Nullable String ifMatch) {
        UserId who = UserId.parse(userId);
        flow.unfollow(caller.get(), TicketId.parse(ticketId), expected(who, ifMatch), who);
        return Response.noContent().build();
    }

    /** What people do about themselves needs no reading; what they do about others does. */
    private Optional<Integer> expected(UserId who, @Nullable String ifMatch) {
        return who.equals(caller.get().userId()) ? Etag.optional(ifMatch) : Etag.required(ifMatch);
    }
}
