package io.bilet.platform.blob;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files as strangers give them, made harmless: no folders, no controls, no invisible or direction-changing
 * characters, nothing that a file system or shell takes for something else.
 */
public final class FileName {

    /** Longest name that is kept, in characters. */
    public static final int LENGTH_MAX = 150;

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}\\uFFFD]");
    private static final Pattern AWKWARD = Pattern.compile("[<>:\"|?*;%]");
    private static final Pattern EXTENSION = Pattern.compile("\\.[\\p{L}\\p{N}]{1,12}$");
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileName() {}

    /**
     * A harmless form of {@code given}: 1 to {@link #LENGTH_MAX} characters, NFC; made up from the type if nothing is
     * left.
     */
    public static String clean(String given, String mediaType) {
        String start = given.length() > 5_000 ? given.substring(given.length() - 5_000) : given;
        String lastFolder = start.substring(Math.max(start.lastIndexOf('/'), start.lastIndexOf('\\')) + 1);
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(lastFolder, Normalizer.Form.NFC))
                .replaceAll("");
        String tame = AWKWARD.matcher(visible).replaceAll("_");
        String name = shortened(trimmed(tame));
        if (name.isEmpty()) {
            return "file" + extensionFor(mediaType);
        }
        return DEVICES.contains(stem(name).toLowerCase(Locale.ROOT)) ? "_" + name : name;
    }

    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isDotOrBlank(name.charAt(from))) {
            from++;
        }
        while (to > from && isDotOrBlank(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static boolean isDotOrBlank(char c) {
        return c == '.' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Cuts the middle out, so that the extension stays. */
    private static String shortened(String name) {
        if (name.length() <= LENGTH_MAX) {
            return name;
        }
        Matcher extension = EXTENSION.matcher(name.substring(name.length() - 13));
        String kept = extension.find() ? extension.group() : "";
        int cut = LENGTH_MAX - kept.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(cut - 1)) ? cut - 1 : cut) + kept;
    }

    private static String stem(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String extensionFor(String mediaType) {
        return switch (mediaType) {
            case "text/plain" -> ".txt";
            case "text/html" -> ".html";
            case "text/calendar" -> ".ics";
            case "message/rfc822" -> ".eml";
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            case "image/gif" -> ".gif";
            case "application/pdf" -> ".pdf";
            default -> ".bin";
        };
    }
}
