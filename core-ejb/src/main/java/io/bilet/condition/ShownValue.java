package io.bilet.condition;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an explanation shows a value: short, and without telling who somebody is. */
public final class ShownValue {

    /** Enough to recognise a subject or the beginning of a message; explanations are kept for every ticket. */
    static final int CHARACTERS_MAX = 200;

    private static final String HIDDEN = "***";

    private ShownValue() {}

    /** The value as an explanation may show it; null when it is not known. */
    public static @Nullable String of(Field field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
        return field.personal() ? withoutPerson(text) : shortened(text);
    }

    private static String withoutPerson(String text) {
        int at = text.lastIndexOf('@');
        return at < 0 ? HIDDEN : HIDDEN + shortened(text.substring(at));
    }

    private static String shortened(String text) {
        if (text.length() <= CHARACTERS_MAX) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(CHARACTERS_MAX - 2)) ? CHARACTERS_MAX - 2 : CHARACTERS_MAX - 1;
        return text.substring(0, end) + "…";
    }
}
