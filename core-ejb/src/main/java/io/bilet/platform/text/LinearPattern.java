package io.bilet.platform.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.bilet.platform.error.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that somebody wrote, run in time linear in the text (RE2): no back-references, no look-around.
 *
 * <p>Linear still means pattern size times text length, so both are bounded: the largest pattern on the longest text
 * takes some tens of milliseconds.
 */
public final class LinearPattern {

    /** Instructions of the compiled pattern; one of 100 characters without counted repeats has about as many. */
    static final int PROGRAM_SIZE_MAX = 256;

    /** Characters at the beginning of the text that are looked at. */
    static final int TEXT_LENGTH_MAX = 10_000;

    /** A bound on what compiling may unfold; nested counted repeats multiply, and RE2/J does not stop them itself. */
    private static final long UNFOLDED_MAX = 1_000_000;

    private static final Pattern COUNTED_REPEAT = Pattern.compile("\\{(\\d{1,4})(?:,(\\d{0,4}))?\\}");

    private final Pattern pattern;

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** As {@link #of}, for texts whose letter case does not matter. */
    public static LinearPattern ignoringCase(String source, String pointer) {
        return compile(source, Pattern.CASE_INSENSITIVE, pointer);
    }

    /**
     * Makes a pattern ready.
     *
     * @throws InvalidInput naming {@code pointer} if it is not in RE2 syntax, or too large
     */
    public static LinearPattern of(String source, String pointer) {
        return compile(source, 0, pointer);
    }

    private static LinearPattern compile(String source, int flags, String pointer) {
        if (unfoldedAtMost(source) > UNFOLDED_MAX) {
            throw tooComplex(pointer);
        }
        try {
            Pattern pattern = Pattern.compile(source, flags);
            if (pattern.programSize() > PROGRAM_SIZE_MAX) {
                throw tooComplex(pointer);
            }
            return new LinearPattern(pattern);
        } catch (PatternSyntaxException refused) {
            throw new InvalidInput(
                    pointer,
                    "unsupported_pattern",
                    "The pattern is not in RE2 syntax; back-references and look-around are not supported.");
        }
    }

    /** Whether it is found anywhere in the beginning of the text. */
    public boolean isIn(String text) {
        return pattern.matcher(text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX))
                .find();
    }

    /** Whether it says all of a text that is not long. */
    public boolean isAllOf(String text) {
        return text.length() <= TEXT_LENGTH_MAX && pattern.matcher(text).matches();
    }

    private static InvalidInput tooComplex(String pointer) {
        return new InvalidInput(pointer, "too_complex", "The pattern is too large; counted repeats multiply its size.");
    }

    private static long unfoldedAtMost(String source) {
        long size = source.length();
        Matcher repeats = COUNTED_REPEAT.matcher(source);
        while (repeats.find() && size <= UNFOLDED_MAX) {
            size *= Math.max(1, Math.max(count(repeats.group(1)), count(repeats.group(2))));
        }
        return size;
    }

    private static int count(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
