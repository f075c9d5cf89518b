package io.bilet.intake;

import io.bilet.mail.MailChannelId;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a mailbox was read, and how the last try went.
 *
 * @param uidValidity the generation of message numbers that {@code lastUid} belongs to; {@link #NEVER} if it was
 *     never read
 * @param lastUid the highest number that was taken
 * @param fetchedAt when it was last read without a failure
 * @param lastError why the last try failed, in one sentence
 */
public record MailboxState(
        MailChannelId channel,
        long uidValidity,
        long lastUid,
        Optional<Instant> fetchedAt,
        Optional<String> lastError) {

    static final long NEVER = -1;

    static MailboxState unread(MailChannelId channel) {
        return new MailboxState(channel, NEVER, 0, Optional.empty(), Optional.empty());
    }

    /** Whether no message lies between the two. */
    boolean isAt(MailboxState other) {
        return uidValidity == other.uidValidity && lastUid == other.lastUid;
    }

    MailboxState at(long validity, long uid) {
        return new MailboxState(channel, validity, uid, fetchedAt, lastError);
    }
}
