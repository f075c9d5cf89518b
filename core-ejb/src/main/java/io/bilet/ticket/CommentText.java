package io.bilet.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What a comment says.
 *
 * @param text what the person wrote now, plain text with {@code \n} line ends; the original stays in the raw mail
 * @param quotedText what was quoted below or above it
 * @param html the same as sanitised HTML; null where there was none
 */
public record CommentText(
        String text, @Nullable String quotedText, @Nullable String html) {

    /** Longest text of a comment, in characters. */
    public static final int LENGTH_MAX = 262_144;

    public static CommentText plain(String text) {
        return new CommentText(text, null, null);
    }
}
