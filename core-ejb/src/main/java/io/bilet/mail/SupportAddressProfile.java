package io.bilet.mail;

import io.bilet.brand.BrandId;
import io.bilet.people.EmailAddress;
import io.bilet.people.GroupId;
import io.bilet.platform.error.Require;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a support address; refuses what breaks a rule, naming the field.
 *
 * @param name sender's name of answers; null for the brand's
 * @param brand that is written to
 * @param channel through which answers leave; null for the oldest active one
 * @param group to start with; null leaves that to routing
 * @param isDefault whether answers of the brand leave from it when the requester wrote to none
 * @param signedReplyTo whether answers ask for replies to a signed address ({@code support+…@}); needs a mail server
 *     that delivers such addresses to the same mailbox
 * @param active whether mail to it becomes tickets
 */
public record SupportAddressProfile(
        EmailAddress address,
        @Nullable String name,
        BrandId brand,
        @Nullable MailChannelId channel,
        @Nullable GroupId group,
        boolean isDefault,
        boolean signedReplyTo,
        boolean active) {

    private static final int NAME_LENGTH_MAX = 100;

    public SupportAddressProfile {
        if (name != null) {
            Require.line(name, NAME_LENGTH_MAX, "/name");
        }
    }
}
