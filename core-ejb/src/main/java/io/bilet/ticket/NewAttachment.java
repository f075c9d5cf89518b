package io.bilet.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A file that is already in the blob store and is to belong to a comment.
 *
 * @param fileName cleaned, 1 to 255 characters
 * @param mediaType as in RFC 2045, lower case
 * @param bytes size of the content
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 * @param inline whether the text shows it in place
 * @param contentId of the mail part, without angle brackets
 */
public record NewAttachment(
        String fileName,
        String mediaType,
        long bytes,
        String sha256,
        boolean inline,
        @Nullable String contentId) {}
