package io.bilet.intake.robot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that a mail was not delivered.
 *
 * @param recipients whom it did not reach; empty if the report does not say
 * @param originalMessageId id of the mail that was not delivered, with angle brackets; null if the report does not say
 */
public record Bounce(
        List<FailedRecipient> recipients, @Nullable String originalMessageId) {

    /** Whether at least one address will never be reached. */
    public boolean isHard() {
        return recipients.stream().anyMatch(FailedRecipient::hard);
    }

    /** Whether somebody was not reached; a notice of success has the same form. */
    public boolean isFailure() {
        return recipients.isEmpty()
                || recipients.stream()
                        .anyMatch(r -> r.status() == null || !r.status().startsWith("2"));
    }
}
