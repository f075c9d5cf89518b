package io.bilet.platform.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How text is compared: without letter case, compatibility forms and the dot of the Turkish i.
 *
 * <p>Upper case first, because several letters share one upper case (ı and i, ſ and s, ß and ss).
 */
public final class Folding {

    private static final String DOTTED_I = "i\u0307";

    private Folding() {}

    /** The form in which equal texts are equal. */
    public static String fold(String text) {
        return isPlain(text) ? text.toLowerCase(Locale.ROOT) : foldAny(text);
    }

    private static String foldAny(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace(DOTTED_I, "i");
        return Normalizer.normalize(lower, Normalizer.Form.NFC);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
