package io.bilet.platform.typed;

import io.bilet.platform.error.InvalidInput;
import java.util.regex.Pattern;

/** By what values are known in JSON and in conditions. */
public final class Key {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private Key() {}

    /**
     * Refuses what is no key.
     *
     * @throws InvalidInput naming {@code /key}
     */
    public static String require(String text) {
        if (!KEY.matcher(text).matches()) {
            throw new InvalidInput(
                    "/key", "invalid_key", "A key has 1 to 40 of the characters a-z 0-9 _ and begins with a letter.");
        }
        return text;
    }
}
