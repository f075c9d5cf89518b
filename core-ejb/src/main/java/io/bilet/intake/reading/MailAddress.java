package io.bilet.intake.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One address of a mail.
 *
 * @param name what the mail calls its owner; proves nothing
 * @param address local part, an at sign and a domain; the domain in lower case
 */
public record MailAddress(@Nullable String name, String address) {

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    public String localPart() {
        return address.substring(0, address.lastIndexOf('@'));
    }

    /** Whether both are taken for the same mailbox: letters are compared without case. */
    public boolean isSameAs(String other) {
        return address.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
