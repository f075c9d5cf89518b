package io.bilet.dev;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes passwords nobody has to remember. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Secrets() {}

    /** 32 hexadecimal digits. */
    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
