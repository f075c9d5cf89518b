package io.bilet.condition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.bilet.condition.Check.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * Patterns that people write, run in time linear in the text (RE2): no back-references, no look-around.
 *
 * <p>Linear still means pattern size times text length, so both are bounded: the largest pattern on the longest text
 * takes some tens of milliseconds.
 */
final class LinearPattern {

    /** Instructions of the compiled pattern; one of 100 characters without counted repeats has about as many. */
    static final int PROGRAM_SIZE_MAX = 256;

    /** Characters at the beginning of the text that are looked at. */
    static final int TEXT_LENGTH_MAX = 10_000;

    /** A bound on what compiling may unfold; nested counted repeats multiply, and RE2/J does not stop them itself. */
    private static final long UNFOLDED_MAX = 1_000_000;

    private static final Pattern COUNTED_REPEAT = Pattern.compile("\\{(\\d{1,4})(?:,(\\d{0,4}))?\\}");

    private LinearPattern() {}

    static @Nullable Comparison compile(String source, String place, Findings findings) {
        if (unfoldedAtMost(source) > UNFOLDED_MAX) {
            return tooComplex(place, findings);
        }
        try {
            Pattern pattern = Pattern.compile(source, Pattern.CASE_INSENSITIVE);
            return pattern.programSize() > PROGRAM_SIZE_MAX
                    ? tooComplex(place, findings)
                    : (facts, actual) ->
                            pattern.matcher(beginning(actual.toString())).find();
        } catch (PatternSyntaxException refused) {
            findings.refused(
                    place,
                    "unsupported_pattern",
                    "The pattern is not in RE2 syntax; back-references and look-around are not supported.");
            return null;
        }
    }

    private static @Nullable Comparison tooComplex(String place, Findings findings) {
        findings.refused(place, "too_complex", "The pattern is too large; counted repeats multiply its size.");
        return null;
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

    private static String beginning(String text) {
        return text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX);
    }
}
