package io.bilet.rest.mail;

import io.bilet.api.v1.MailChannelsApi;
import io.bilet.api.v1.model.MailChannelPage;
import io.bilet.api.v1.model.NewMailChannel;
import io.bilet.intake.MailboxRepository;
import io.bilet.intake.MailboxState;
import io.bilet.mail.MailChannel;
import io.bilet.mail.MailChannelAdmin;
import io.bilet.mail.MailChannelId;
import io.bilet.mail.MailChannelRepository;
import io.bilet.platform.paging.Slice;
import io.bilet.rest.http.ApiResource;
import io.bilet.rest.http.Etag;
import io.bilet.rest.http.Paging;
import io.bilet.rest.http.Patch;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mail channels over HTTP; passwords go in and never come out. */
@ApiResource
@Path(MailChannelsApi.BASE_PATH)
public class MailChannelsResource implements MailChannelsApi {

    @Inject
    MailChannelAdmin admin;

    @Inject
    MailChannelRepository channels;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    Paging paging;

    @Override
    public Response listMailChannels(ListMailChannelsQuery query) {
        Slice<MailChannel> slice = channels.page(paging.begin(query.cursor), paging.limit(query.limit));
        Map<MailChannelId, MailboxState> states =
                mailboxes.of(slice.items().stream().map(MailChannel::id).toList());
        return Response.ok(new MailChannelPage()
                        .items(slice.items().stream()
                                .map(channel -> MailChannelJson.of(channel, state(states, channel)))
                                .toList())
                        .next(paging.next(slice.next())))
                .build();
    }

    @Override
    public Response createMailChannel(NewMailChannel body) {
        MailChannel channel = admin.create(MailChannelJson.toProfile(body));
        return answer(Response.created(URI.create("mail-channels/" + channel.id())), channel);
    }

    @Override
    public Response getMailChannel(String mailChannelId) {
        return answer(Response.ok(), channels.get(MailChannelId.parse(mailChannelId)));
    }

    @Override
    public Response updateMailChannel(String mailChannelId, @Nullable String ifMatch, JsonObject body) {
        MailChannel channel = admin.update(
                MailChannelId.parse(mailChannelId),
                Etag.optional(ifMatch),
                profile -> MailChannelJson.patched(profile, new Patch(body)));
        return answer(Response.ok(), channel);
    }

    @Override
    public Response deleteMailChannel(String mailChannelId, @Nullable String ifMatch) {
        admin.delete(MailChannelId.parse(mailChannelId), Etag.optional(ifMatch));
        return Response.noContent().build();
    }

    private Response answer(ResponseBuilder response, MailChannel channel) {
        Optional<MailboxState> state = state(mailboxes.of(List.of(channel.id())), channel);
        return response.tag(Etag.of(channel.version()))
                .entity(MailChannelJson.of(channel, state))
                .build();
    }

    private static Optional<MailboxState> state(Map<MailChannelId, MailboxState> states, MailChannel channel) {
        return Optional.ofNullable(states.get(channel.id()));
    }
}
