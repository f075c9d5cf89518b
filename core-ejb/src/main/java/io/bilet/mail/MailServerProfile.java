package io.bilet.mail;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import org.jspecify.annotations.Nullable;

/**
 * How a mail server is reached, as somebody describes it.
 *
 * @param user null where the server asks for none
 * @param password a new password; null for none, or for the present one where {@code keepsPassword} says so
 * @param keepsPassword whether the present password stays; it does only at the same host, port and user, so that nobody
 *     can have it sent elsewhere
 * @param folder that is read, for IMAP only
 */
public record MailServerProfile(
        String host,
        int port,
        MailSecurity security,
        @Nullable String user,
        @Nullable String password,
        boolean keepsPassword,
        String folder) {

    public static final String INBOX = "INBOX";

    private static final int PORT_MAX = 65_535;
    private static final int PASSWORD_LENGTH_MAX = 1_024;

    /**
     * Refuses what cannot be a mail server.
     *
     * @param pointer JSON Pointer of the server in the body
     * @throws InvalidInput naming the field
     */
    public MailServerProfile checked(String pointer) {
        Require.key(host, 253, pointer + "/host");
        if (!host.matches("[\\p{L}\\p{N}.:-]+")) {
            throw new InvalidInput(pointer + "/host", "invalid_host", "This is not a host name.");
        }
        Require.range(port, 1, PORT_MAX, pointer + "/port");
        if (user != null) {
            Require.line(user, 255, pointer + "/user");
        }
        if (password != null && password.length() > PASSWORD_LENGTH_MAX) {
            throw new InvalidInput(
                    pointer + "/password",
                    "too_long",
                    "At most %d characters are allowed.".formatted(PASSWORD_LENGTH_MAX));
        }
        Require.line(folder, 255, pointer + "/folder");
        return this;
    }
}
