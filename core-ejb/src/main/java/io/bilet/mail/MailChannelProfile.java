package io.bilet.mail;

import io.bilet.platform.error.Require;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a mail channel; refuses what breaks a rule, naming the field.
 *
 * @param imap the mailbox that is read; null for a channel that only sends
 */
public record MailChannelProfile(
        String name, boolean active, @Nullable MailServerProfile imap, MailServerProfile smtp) {

    private static final int NAME_LENGTH_MAX = 100;

    public MailChannelProfile {
        Require.line(name, NAME_LENGTH_MAX, "/name");
        imap = imap == null ? null : imap.checked("/imap");
        smtp = smtp.checked("/smtp");
    }
}
