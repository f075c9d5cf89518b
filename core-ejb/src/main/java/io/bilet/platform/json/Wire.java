package io.bilet.platform.json;

import io.bilet.platform.error.InvalidInput;
import java.util.Locale;

/** Enum constants as they are written outside and in stored JSON: lower snake case. */
public final class Wire {

    private Wire() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a constant back.
     *
     * @throws InvalidInput naming {@code pointer} if there is no such constant
     */
    public static <E extends Enum<E>> E read(Class<E> type, String text, String pointer) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(text)) {
                return constant;
            }
        }
        throw new InvalidInput(pointer, "unknown_value", "This is not one of the allowed values.");
    }
}
