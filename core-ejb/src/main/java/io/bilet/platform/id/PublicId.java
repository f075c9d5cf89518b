package io.bilet.platform.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How ids look outside: a prefix that tells what they are, an underscore and 32 lower-case hexadecimal digits, as in
 * {@code tkt_0198c0ffee…}. Inside they are UUIDs of version 7, so that rows lie in the order in which they were made.
 */
public final class PublicId {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private PublicId() {}

    /** A new id, larger than every id this node made before. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    public static String format(String prefix, UUID value) {
        return prefix + "_" + value.toString().replace("-", "");
    }

    /**
     * Reads an id of the given kind.
     *
     * @throws MalformedId if the text is not the prefix, an underscore and 32 lower-case hexadecimal digits
     */
    public static UUID parse(String prefix, String text) {
        int digits = prefix.length() + 1;
        if (!text.startsWith(prefix + "_")
                || !HEX.matcher(text.substring(digits)).matches()) {
            throw new MalformedId(prefix);
        }
        return new UUID(
                Long.parseUnsignedLong(text, digits, digits + 16, 16),
                Long.parseUnsignedLong(text, digits + 16, digits + 32, 16));
    }
}
