package io.bilet.mail;

/**
 * A text that is fit to stand in the header of a mail: nothing in it ends the line or is invisible to the reader.
 *
 * <p>Mail libraries let line ends through, and whoever can put one into a name or subject writes headers of their own.
 * Everything that becomes a header passes here.
 */
public record HeaderValue(String text) {

    private static final int LENGTH_MAX = 900;

    public HeaderValue {
        if (!text.codePoints().allMatch(HeaderValue::isFit) || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "A header value is one line of up to %d characters".formatted(LENGTH_MAX));
        }
    }

    /** The text with blanks in place of what does not belong into a header, cut where it is too long. */
    public static HeaderValue cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isFit(c) ? c : ' ').limit(LENGTH_MAX / 2).forEach(clean::appendCodePoint);
        return new HeaderValue(clean.toString().strip());
    }

    /** Controls, line and paragraph separators, and signs that change the direction of what follows. */
    private static boolean isFit(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE
                && !(c >= 0x202A && c <= 0x202E)
                && !(c >= 0x2066 && c <= 0x2069);
    }

    @Override
    public String toString() {
        return text;
    }
}
