package io.bilet.ticket;

import org.jspecify.annotations.Nullable;

/**
 * The mail a comment came by.
 *
 * @param messageId with angle brackets, as the mail gave it
 * @param automatic why the mail is taken for a robot's, lower snake case; null for a person's
 * @param bounceJson the recipients that could not be reached, as the API shows them; null if it is no bounce
 */
public record CommentMail(
        @Nullable String messageId,
        @Nullable String automatic,
        @Nullable String bounceJson) {}
