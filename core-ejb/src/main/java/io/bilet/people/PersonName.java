package io.bilet.people;

import java.util.regex.Pattern;

/** How people are called who were never asked: by what their mail says, as far as it is a name. */
final class PersonName {

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Z}]+");

    /** A mark that reverses what is read after it must not reach a list of names. */
    private static final Pattern DIRECTION = Pattern.compile("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private PersonName() {}

    /** One line of at most 200 characters; the address's local part if nothing is left. */
    static String of(String text, EmailAddress address) {
        String line = NOT_IN_NAMES
                .matcher(DIRECTION.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return line.isEmpty()
                ? shortened(address.text().substring(0, address.text().indexOf('@')))
                : shortened(line);
    }

    private static String shortened(String line) {
        if (line.length() <= UserProfile.NAME_LENGTH_MAX) {
            return line;
        }
        int end = UserProfile.NAME_LENGTH_MAX;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
                .strip();
    }
}
