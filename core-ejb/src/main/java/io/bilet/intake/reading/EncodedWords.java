package io.bilet.intake.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Optional;

/**
 * Encoded words of headers (RFC 2047), read as mail programs write them: letters cut in two between words, blanks and
 * question marks inside, missing padding.
 */
final class EncodedWords {

    private static final int CHARSET_LENGTH_MAX = 64;

    private final String text;
    private final StringBuilder decoded = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingCharset = "";
    private boolean noMoreEnds;

    private EncodedWords(String text) {
        this.text = text;
    }

    /** Decodes every encoded word of an unfolded header; what is no encoded word stays as it is. */
    static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).decode() : text;
    }

    private String decode() {
        int plainFrom = 0;
        int at = text.indexOf("=?");
        while (at >= 0) {
            Optional<Word> word = wordAt(at);
            if (word.isPresent()) {
                between(plainFrom, at);
                append(word.get());
                plainFrom = word.get().end();
                at = text.indexOf("=?", plainFrom);
            } else {
                at = text.indexOf("=?", at + 2);
            }
        }
        flush();
        return decoded.append(text, plainFrom, text.length()).toString();
    }

    /** White space between two encoded words belongs to neither. */
    private void between(int from, int to) {
        boolean joins = from > 0 && text.substring(from, to).isBlank();
        if (!joins) {
            flush();
            decoded.append(text, from, to);
        }
    }

    private void append(Word word) {
        if (!word.charset().equalsIgnoreCase(pendingCharset)) {
            flush();
            pendingCharset = word.charset();
        }
        pending.writeBytes(bytes(word));
    }

    private void flush() {
        decoded.append(Charsets.decode(pending.toByteArray(), pendingCharset));
        pending.reset();
    }

    private record Word(String charset, char encoding, String encoded, int end) {}

    private Optional<Word> wordAt(int start) {
        int charsetEnd = text.indexOf('?', start + 2);
        boolean shaped = !noMoreEnds
                && charsetEnd > start + 2
                && charsetEnd - start <= CHARSET_LENGTH_MAX
                && charsetEnd + 2 < text.length()
                && text.charAt(charsetEnd + 2) == '?';
        if (!shaped) {
            return Optional.empty();
        }
        int end = text.indexOf("?=", charsetEnd + 3);
        if (end < 0) {
            noMoreEnds = true; // or a header full of beginnings would be searched to its end each time
            return Optional.empty();
        }
        String charset = withoutLanguage(text.substring(start + 2, charsetEnd));
        String encoded = text.substring(charsetEnd + 3, end);
        char encoding = Character.toUpperCase(text.charAt(charsetEnd + 1));
        return encoding == 'B' || encoding == 'Q'
                ? Optional.of(new Word(charset, encoding, encoded, end + 2))
                : Optional.empty();
    }

    /** RFC 2231 §5 allows {@code charset*language}. */
    private static String withoutLanguage(String charset) {
        int star = charset.indexOf('*');
        return star < 0 ? charset : charset.substring(0, star);
    }

    private static byte[] bytes(Word word) {
        return word.encoding() == 'B' ? base64(word.encoded()) : quotedPrintable(word.encoded());
    }

    private static byte[] base64(String encoded) {
        String stripped = encoded.replaceAll("[^A-Za-z0-9+/]", "");
        String whole = stripped.length() % 4 == 1 ? stripped.substring(0, stripped.length() - 1) : stripped;
        return Base64.getDecoder().decode(whole);
    }

    private static byte[] quotedPrintable(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int value = c == '=' ? hexAt(encoded, i + 1) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c == '_' ? ' ' : c).getBytes(c < 256 ? ISO_8859_1 : UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    static int hexAt(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
