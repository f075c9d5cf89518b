package io.bilet.mail;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Ids and codes in letters that survive mail: lower case or upper case, no signs, nothing that programs take for
 * something else.
 */
final class Base32 {

    private static final int UUID_LENGTH = 26;

    private Base32() {}

    static String of(UUID id) {
        ByteBuffer bytes =
                ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return of(bytes.array(), UUID_LENGTH);
    }

    /** The number that {@code bytes} are, in {@code length} digits of base 32. */
    static String of(byte[] bytes, int length) {
        String digits = new BigInteger(1, bytes).toString(32);
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    /** Reads what {@link #of(UUID)} wrote; the text must be {@code [0-9a-v]{26}}. */
    static UUID uuid(String digits) {
        BigInteger number = new BigInteger(digits, 32);
        return new UUID(number.shiftRight(64).longValue(), number.longValue());
    }
}
