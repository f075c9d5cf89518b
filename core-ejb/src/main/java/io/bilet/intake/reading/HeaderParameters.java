package io.bilet.intake.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A header of the form {@code value; name=value; …}, such as Content-Type, read leniently: quotes may be missing,
 * values may be split and encoded (RFC 2231) or, against the standard, contain encoded words (RFC 2047).
 */
final class HeaderParameters {

    private static final int PARAMETERS_MAX = 100;

    private final String value;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private HeaderParameters(String value) {
        this.value = value;
    }

    static HeaderParameters parse(String header) {
        List<String> pieces = split(header);
        HeaderParameters parsed = new HeaderParameters(pieces.get(0).strip().toLowerCase(Locale.ROOT));
        Map<String, SortedMap<Integer, String>> continued = new LinkedHashMap<>();
        pieces.stream().skip(1).limit(PARAMETERS_MAX).forEach(piece -> parsed.read(piece, continued));
        continued.forEach((name, parts) -> parsed.parameters.put(name, joined(parts)));
        return parsed;
    }

    /** What stands before the first semicolon, lower case. */
    String value() {
        return value;
    }

    /** A parameter by its lower-case name, decoded. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private void read(String piece, Map<String, SortedMap<Integer, String>> continued) {
        int equals = piece.indexOf('=');
        if (equals < 0) {
            return;
        }
        String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        String raw = unquoted(piece.substring(equals + 1).strip());
        int star = name.indexOf('*');
        if (star < 0) {
            parameters.putIfAbsent(name, EncodedWords.decode(raw));
        } else {
            boolean encoded = name.endsWith("*");
            int number = number(name.substring(star + 1).replace("*", ""));
            continued
                    .computeIfAbsent(name.substring(0, star), n -> new TreeMap<>())
                    .putIfAbsent(number, (encoded ? "*" : " ") + raw);
        }
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }

    /** Puts the pieces of one value together; a piece that begins with a star is percent-encoded. */
    private static String joined(SortedMap<Integer, String> parts) {
        String charset = null;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Map.Entry<Integer, String> part : parts.entrySet()) {
            String text = part.getValue().substring(1);
            boolean encoded = part.getValue().startsWith("*");
            if (encoded && part.getKey() == 0) {
                charset = charsetOf(text);
                text = charset == null ? text : text.substring(text.indexOf('\'', charset.length() + 1) + 1);
            }
            bytes.writeBytes(encoded ? percentDecoded(text) : text.getBytes(StandardCharsets.UTF_8));
        }
        return Charsets.decode(bytes.toByteArray(), charset);
    }

    private static @Nullable String charsetOf(String extended) {
        int first = extended.indexOf('\'');
        return first >= 0 && extended.indexOf('\'', first + 1) > first ? extended.substring(0, first) : null;
    }

    private static byte[] percentDecoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c == '%' ? EncodedWords.hexAt(text, i + 1) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** Splits at semicolons that stand outside quotes. */
    private static List<String> split(String header) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                pieces.add(header.substring(from, i));
                from = i + 1;
            }
        }
        pieces.add(header.substring(Math.min(from, header.length())));
        return pieces;
    }

    private static String unquoted(String raw) {
        if (!raw.startsWith("\"")) {
            return raw;
        }
        int end = raw.length() > 1 && raw.endsWith("\"") ? raw.length() - 1 : raw.length();
        return raw.substring(1, end).replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
