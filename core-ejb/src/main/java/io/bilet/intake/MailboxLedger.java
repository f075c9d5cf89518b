package io.bilet.intake;

import io.bilet.mail.MailChannel;
import io.bilet.mail.MailChannelId;
import io.bilet.mail.MailChannelRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps account of mailboxes; each method is one short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailboxLedger {

    @Inject
    private MailboxRepository mailboxes;

    @Inject
    private MailChannelRepository channels;

    /** Channels whose mailboxes are to be read. */
    public List<MailChannel> watched() {
        return channels.active().stream()
                .filter(channel -> channel.imap().isPresent())
                .toList();
    }

    public MailboxState state(MailChannelId channel) {
        return mailboxes.of(List.of(channel)).getOrDefault(channel, MailboxState.unread(channel));
    }

    public void read(MailChannelId channel, long uidValidity, long lastUid) {
        mailboxes.read(channel, uidValidity, lastUid);
    }

    /** Notes why a mailbox could not be read. */
    public void failed(MailChannelId channel, String error) {
        mailboxes.failed(channel, Reading.cut(error, 500));
    }
}
