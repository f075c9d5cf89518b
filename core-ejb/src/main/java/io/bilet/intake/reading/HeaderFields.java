package io.bilet.intake.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.stream.Field;

/**
 * The header of a mail or of one of its parts: unfolded values by lower-case name, in the order in which they stood.
 */
public final class HeaderFields {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    HeaderFields add(Field field) {
        byte[] raw = field.getRaw() == null
                ? field.getBody().getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : field.getRaw().toByteArray();
        String line = Charsets.decode(raw, null);
        int colon = line.indexOf(':');
        return add(field.getName(), field.getRaw() == null ? line : line.substring(colon + 1));
    }

    HeaderFields add(String name, String value) {
        values.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                .add(unfolded(value));
        return this;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The first value of a header, unfolded but not decoded; {@code name} in lower case. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** All values of a header, unfolded but not decoded; {@code name} in lower case. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value of a header as a person would read it: encoded words decoded, on one line. */
    public Optional<String> text(String name) {
        return first(name).map(EncodedWords::decode).map(HeaderFields::onOneLine);
    }

    /** Names of all headers, lower case. */
    public Iterable<String> names() {
        return values.keySet();
    }

    private static String unfolded(String value) {
        return value.replace("\r", "").replace("\n", "").replace("\0", "").strip();
    }

    static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(c -> isBreak(c) ? ' ' : c).forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean isBreak(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
