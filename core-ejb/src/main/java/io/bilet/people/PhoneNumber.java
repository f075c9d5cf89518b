package io.bilet.people;

import io.bilet.platform.error.InvalidInput;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in international form, as E.164 writes it: a plus sign and 7 to 15 digits.
 *
 * @param text as it was given
 * @param normalized without the signs that make it readable
 */
public record PhoneNumber(String text, String normalized) {

    private static final Pattern READABLE = Pattern.compile("(?:\\+|00)[0-9][0-9 ()./-]{5,38}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** Reads a number; national forms are refused because the same digits ring elsewhere in another country. */
    public static PhoneNumber parse(String text, String pointer) {
        return find(text)
                .orElseThrow(() -> new InvalidInput(
                        pointer, "invalid_phone", "A telephone number starts with + or 00 and the country code."));
    }

    /** The number, unless the text is not one in international form. */
    public static Optional<PhoneNumber> find(String text) {
        if (!READABLE.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[ ()./-]", "").replaceFirst("^00", "+");
        return E164.matcher(digits).matches() ? Optional.of(new PhoneNumber(text, digits)) : Optional.empty();
    }

    public IdentityKey key() {
        return new IdentityKey(IdentityType.PHONE, text, normalized);
    }
}
