package io.bilet.intake.robot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The codes in what a mail server said.
 *
 * @param code SMTP reply code
 * @param status enhanced status code
 */
record SmtpReply(@Nullable String code, @Nullable String status) {

    static final SmtpReply NONE = new SmtpReply(null, null);

    /** No part of an address, a date, a port or a longer number. */
    private static final String STATUS = "(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]*\\d)";

    private static final Pattern STATUS_ALONE = Pattern.compile(STATUS);
    private static final Pattern CODE_AND_STATUS =
            Pattern.compile("(?<![\\d.:])([245]\\d\\d)[ -]{1,3}['\"(#]{0,2}" + STATUS);
    private static final Pattern CODE_ALONE =
            Pattern.compile("(?<![\\d.:/=\\[@-])([45][0-5]\\d)(?=[ :-]|$)(?!-\\d|[ ]?(?:byte|kb|mb))");
    private static final Pattern CODE_FIRST = Pattern.compile("^\\W*([245][0-5]\\d)(?=[ -])");

    static SmtpReply in(String text) {
        Matcher both = CODE_AND_STATUS.matcher(text);
        if (both.find()) {
            return new SmtpReply(both.group(1), both.group(2));
        }
        return new SmtpReply(code(text), first(STATUS_ALONE, text));
    }

    private static @Nullable String code(String text) {
        String leading = first(CODE_FIRST, text);
        return leading != null ? leading : first(CODE_ALONE, text);
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
