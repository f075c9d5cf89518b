package io.bilet.intake.reading;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns bytes of mail into text, whatever charset they claim to be in; never throws. */
final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Names that mail uses for a charset, where the platform knows it by another name or a wider one is meant. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("big5", "x-windows-950"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("x-mac-roman", "x-MacRoman"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"));

    private Charsets() {}

    /** The charset that {@code name} stands for in mail; empty if none does. */
    static Optional<Charset> lookup(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
        try {
            Charset charset = Charset.forName(MEANT.getOrDefault(lower, lower));
            return charset.equals(US_ASCII) ? Optional.empty() : Optional.of(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Reads {@code bytes} as {@code charsetName} says, or as they look if it says nothing, nonsense or an untruth. */
    static String decode(byte[] bytes, @Nullable String charsetName) {
        if (charsetName != null && Utf7.isNamed(charsetName)) {
            return Utf7.decode(bytes);
        }
        Optional<Charset> claimed = charsetName == null ? Optional.empty() : lookup(charsetName);
        return claimed.map(charset -> decode(bytes, charset)).orElseGet(() -> guess(bytes));
    }

    private static String decode(byte[] bytes, Charset claimed) {
        return strictly(bytes, claimed)
                .or(() -> strictly(bytes, UTF_8))
                .orElseGet(() -> claimed.equals(UTF_8) ? brokenUtf8(bytes) : new String(bytes, claimed));
    }

    private static String guess(byte[] bytes) {
        return strictly(bytes, UTF_8).orElseGet(() -> brokenUtf8(bytes));
    }

    /**
     * Text with a slip or a cut in it keeps its other letters; bytes that are hardly ever UTF-8 are of the old kind.
     */
    private static String brokenUtf8(byte[] bytes) {
        String replaced = new String(bytes, UTF_8);
        long broken = replaced.chars().filter(c -> c == '\uFFFD').count();
        long wide = replaced.chars().filter(c -> c > 127).count();
        return broken * 4 > wide ? new String(bytes, WINDOWS_1252) : replaced;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
