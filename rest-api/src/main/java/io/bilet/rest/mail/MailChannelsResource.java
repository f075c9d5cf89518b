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
import io.bilet.rest.http.register.Kind;
import io.bilet.rest.http.register.Register;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mail channels over HTTP; passwords go in and never come out. */
@ApiResource
@Path(MailChannelsApi.BASE_PATH)
public class MailChannelsResource implements MailChannelsApi {

    private final Kind<MailChannel> kind =
            new Kind<>("mail_channel", "mail-channels", MailChannel::id, MailChannel::version, this::json);

    @Inject
    MailChannelAdmin admin;

    @Inject
    MailChannelRepository channels;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    Register register;

    @Inject
    Paging paging;

    @Override
    public Response listMailChannels(ListMailChannelsQuery query) {
        Slice<MailChannel> slice = channels.page(paging.begin(query.cursor), paging.limit(query.limit));
        Map<MailChannelId, MailboxState> states =
                mailboxes.of(slice.items().stream().map(MailChannel::id).toList());
        return paging.answer(
                slice.map(channel -> MailChannelJson.of(channel, state(states, channel))),
                (items, next) -> new MailChannelPage().items(items).next(next));
    }

    @Override
    public Response createMailChannel(NewMailChannel body) {
        return register.created(kind, () -> admin.create(MailChannelJson.toProfile(body)));
    }

    @Override
    public Response getMailChannel(String mailChannelId) {
        return register.found(kind, channels.get(MailChannelId.parse(mailChannelId)));
    }

    @Override
    public Response updateMailChannel(String mailChannelId, @Nullable String ifMatch, JsonObject body) {
        MailChannelId id = MailChannelId.parse(mailChannelId);
        Optional<Integer> expected = Etag.optional(ifMatch);
        return register.updated(
                kind,
                () -> channels.get(id),
                () -> admin.update(id, expected, profile -> MailChannelJson.patched(profile, new Patch(body))));
    }

    @Override
    public Response deleteMailChannel(String mailChannelId, @Nullable String ifMatch) {
        MailChannelId id = MailChannelId.parse(mailChannelId);
        return register.removed(kind, () -> channels.get(id), () -> admin.delete(id, Etag.optional(ifMatch)));
    }

    private io.bilet.api.v1.model.MailChannel json(MailChannel one) {
        return MailChannelJson.of(one, state(mailboxes.of(List.of(one.id())), one));
    }

    private static Optional<MailboxState> state(Map<MailChannelId, MailboxState> states, MailChannel channel) {
        return Optional.ofNullable(states.get(channel.id()));
    }
}
