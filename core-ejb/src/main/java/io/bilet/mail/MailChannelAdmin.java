package io.bilet.mail;

import io.bilet.platform.config.ConfigStamp;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.secret.SecretBox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adds, changes and removes mail channels. */
@Stateless
public class MailChannelAdmin {

    @Inject
    private MailChannelRepository channels;

    @Inject
    private SecretBox secrets;

    @Inject
    private ConfigStamp stamp;

    @Inject
    private Clock clock;

    public MailChannel create(MailChannelProfile profile) {
        MailChannel channel = new MailChannel(MailChannelId.next(), profile, secrets::seal, clock.instant());
        requireFreeName(channel);
        channels.add(channel);
        return stored(channel);
    }

    /** Changes what is said about a channel; passwords stay or change as the profile says. */
    public MailChannel update(
            MailChannelId id, Optional<Integer> expectedVersion, UnaryOperator<MailChannelProfile> change) {
        MailChannel channel = channels.get(id);
        channel.requireVersion(expectedVersion);
        channel.describe(change.apply(channel.profile()), secrets::seal, clock.instant());
        requireFreeName(channel);
        return stored(channel);
    }

    /** Removes a channel; addresses that sent through it send through the oldest active one from then on. */
    public void delete(MailChannelId id, Optional<Integer> expectedVersion) {
        MailChannel channel = channels.get(id);
        channel.requireVersion(expectedVersion);
        channels.remove(channel);
        channels.flush();
        stamp.raise(SupportAddresses.AREA);
    }

    private void requireFreeName(MailChannel channel) {
        if (channels.nameIsTaken(channel.name(), channel.id())) {
            throw new Conflict("Another mail channel has this name.");
        }
    }

    private MailChannel stored(MailChannel channel) {
        channels.flush();
        stamp.raise(SupportAddresses.AREA);
        return channel;
    }
}
