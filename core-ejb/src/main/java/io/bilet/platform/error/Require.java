package io.bilet.platform.error;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules that texts and numbers from outside have in common; each refuses with the pointer it was given. */
public final class Require {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** Signs that nobody sees, in which two keys could differ. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cn}\\x{034F}\\x{FE00}-\\x{FE0F}]");

    private Require() {}

    /** What must be there; {@code null} is refused. */
    public static <T> T given(@Nullable T value, String pointer) {
        if (value == null) {
            throw new InvalidInput(pointer, "missing", "This is needed.");
        }
        return value;
    }

    /** One line: not blank, no blanks around it, no control characters, at most {@code lengthMax} characters. */
    public static String line(String text, int lengthMax, String pointer) {
        if (text.isEmpty() || isBlank(text.codePointAt(0)) || isBlank(text.codePointBefore(text.length()))) {
            throw new InvalidInput(pointer, "blank", "A text without blanks around it was expected.");
        }
        if (text.length() > lengthMax) {
            throw new InvalidInput(pointer, "too_long", "At most %d characters are allowed.".formatted(lengthMax));
        }
        if (CONTROL.matcher(text).find()) {
            throw new InvalidInput(pointer, "unprintable", "Control characters and line breaks are not allowed.");
        }
        return text;
    }

    /** A line by which something is found again; nothing in it may be invisible. */
    public static String key(String text, int lengthMax, String pointer) {
        line(text, lengthMax, pointer);
        if (INVISIBLE.matcher(text).find()) {
            throw new InvalidInput(pointer, "unprintable", "Invisible characters are not allowed.");
        }
        return text;
    }

    public static int range(int value, int min, int max, String pointer) {
        if (value < min || value > max) {
            throw new InvalidInput(pointer, "out_of_range", "A number from %d to %d was expected.".formatted(min, max));
        }
        return value;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }
}
