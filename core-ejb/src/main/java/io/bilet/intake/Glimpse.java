package io.bilet.intake;

import io.bilet.intake.reading.MailAddress;
import io.bilet.intake.reading.MailHeader;
import io.bilet.intake.robot.Classification;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a mail.
 *
 * @param bounceJson what a delivery failure reports, as the API shows it
 */
public record Glimpse(
        @Nullable Classification classification,
        @Nullable String from,
        @Nullable String subject,
        @Nullable String bounceJson) {

    static final Glimpse NOTHING = new Glimpse(null, null, null, null);

    /** As much as the header gives of a mail that could not be read. */
    static Glimpse of(MailHeader header) {
        MailAddress from = header.from();
        return new Glimpse(null, from == null ? null : from.address(), Reading.cut(header.subject(), 255), null);
    }
}
