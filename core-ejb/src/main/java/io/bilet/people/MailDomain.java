package io.bilet.people;

import io.bilet.platform.error.InvalidInput;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The domain of a mail address, in the form in which it is compared.
 *
 * @param ascii lower case, international labels in their {@code xn--} form, without a final dot
 */
public record MailDomain(String ascii) {

    private static final int LENGTH_MAX = 253;
    private static final Pattern ASCII_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Refuses what is not a domain, naming {@code pointer}. */
    public static MailDomain parse(String text, String pointer) {
        return find(text).orElseThrow(() -> new InvalidInput(pointer, "invalid_domain", "This is not a mail domain."));
    }

    /** The domain, unless the text is not one. */
    public static Optional<MailDomain> find(String text) {
        String unrooted = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        StringJoiner ascii = new StringJoiner(".");
        for (String label : unrooted.split("\\.", -1)) {
            String asciiLabel = asciiLabel(label);
            if (asciiLabel == null) {
                return Optional.empty();
            }
            ascii.add(asciiLabel);
        }
        return ascii.length() > LENGTH_MAX ? Optional.empty() : Optional.of(new MailDomain(ascii.toString()));
    }

    /** A label that its ASCII form does not give back was folded into another one ("ß" into "ss"), so it is refused. */
    private static @Nullable String asciiLabel(String written) {
        String label = written.toLowerCase(Locale.ROOT);
        boolean isAscii = written.chars().allMatch(c -> c < 0x80);
        if (isAscii && ASCII_LABEL.matcher(label).matches()) {
            return label;
        }
        if (isAscii || !Normalizer.isNormalized(written, Normalizer.Form.NFKC)) {
            return null;
        }
        try {
            String ascii = IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES);
            boolean faithful = IDN.toUnicode(ascii).equals(label)
                    && ASCII_LABEL.matcher(ascii).matches();
            return faithful ? ascii : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
