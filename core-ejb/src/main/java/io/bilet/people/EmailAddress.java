package io.bilet.people;

import io.bilet.platform.error.InvalidInput;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address that can be written to and compared.
 *
 * <p>Compared in lower case, with the domain in its ASCII form. Look-alikes stay different people: whatever Unicode
 * would fold into other letters (full-width letters, ligatures, invisible signs) is refused rather than folded.
 * Quoted local parts, comments, address literals and encoded words are refused as well, because programs disagree on
 * what they mean.
 *
 * @param text as it was given
 * @param normalized as it is compared
 */
public record EmailAddress(String text, String normalized) {

    /** RFC 5321 §4.5.3.1: a path has 256 octets, of which two are angle brackets. */
    private static final int LENGTH_MAX = 254;

    private static final int LOCAL_PART_LENGTH_MAX = 64;

    /** RFC 5322 §3.2.3 dot-atom, with the letters beyond ASCII of RFC 6532. */
    private static final Pattern LOCAL_PART = Pattern.compile(
            "[\\w!#$%&'*+/=?^`{|}~\\p{L}\\p{M}\\p{N}-]+(\\.[\\w!#$%&'*+/=?^`{|}~\\p{L}\\p{M}\\p{N}-]+)*");

    /** Refuses what is not an address, naming {@code pointer}. */
    public static EmailAddress parse(String text, String pointer) {
        return find(text)
                .orElseThrow(() -> new InvalidInput(pointer, "invalid_email", "This is not a usable mail address."));
    }

    /** The address, unless the text is not exactly one. */
    public static Optional<EmailAddress> find(String text) {
        int at = text.indexOf('@');
        if (text.length() > LENGTH_MAX || at < 1 || at != text.lastIndexOf('@')) {
            return Optional.empty();
        }
        String localPart = text.substring(0, at);
        if (!isLocalPart(localPart)) {
            return Optional.empty();
        }
        return MailDomain.find(text.substring(at + 1))
                .map(domain -> localPart.toLowerCase(Locale.ROOT) + "@" + domain.ascii())
                .filter(normalized -> normalized.length() <= LENGTH_MAX)
                .map(normalized -> new EmailAddress(text, normalized));
    }

    private static boolean isLocalPart(String text) {
        return text.length() <= LOCAL_PART_LENGTH_MAX
                && LOCAL_PART.matcher(text).matches()
                && !text.contains("=?")
                && Normalizer.isNormalized(text, Normalizer.Form.NFKC);
    }

    public MailDomain domain() {
        return key().mailDomain();
    }

    public IdentityKey key() {
        return new IdentityKey(IdentityType.EMAIL, text, normalized);
    }
}
