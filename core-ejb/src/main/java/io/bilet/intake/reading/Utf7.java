package io.bilet.intake.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** UTF-7 (RFC 2152), which old programs still send and the platform does not know. */
final class Utf7 {

    private static final Pattern SHIFTED = Pattern.compile("\\+([A-Za-z0-9+/]*+)-?");

    private Utf7() {}

    static boolean isNamed(String charsetName) {
        return charsetName
                .strip()
                .replaceFirst("(?i)^(?:x-)?(?:unicode-(?:1-1-|2-0-)?)", "")
                .equalsIgnoreCase("utf-7");
    }

    static String decode(byte[] bytes) {
        return SHIFTED.matcher(new String(bytes, ISO_8859_1)).replaceAll(Utf7::unshifted);
    }

    private static String unshifted(MatchResult shifted) {
        String base64 = shifted.group(1);
        if (base64.isEmpty()) {
            return "+";
        }
        byte[] units = Base64.getDecoder().decode(base64.substring(base64.length() % 4 == 1 ? 1 : 0));
        return Matcher.quoteReplacement(new String(units, 0, units.length & ~1, UTF_16BE));
    }
}
