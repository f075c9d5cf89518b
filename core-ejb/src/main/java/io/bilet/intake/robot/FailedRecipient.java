package io.bilet.intake.robot;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a mail did not reach.
 *
 * @param address as the report names it
 * @param status enhanced status code (RFC 3463), such as {@code 5.1.1}; null if the report has none
 * @param replyCode SMTP reply code, such as {@code 550}; null if the report has none
 * @param hard whether the address will never be reached, so that trying again is useless
 */
public record FailedRecipient(
        String address, @Nullable String status, @Nullable String replyCode, boolean hard) {}
