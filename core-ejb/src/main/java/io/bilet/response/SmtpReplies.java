package io.bilet.response;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a failed attempt means: whether the server refused the mail for good, or only now. */
final class SmtpReplies {

    private static final Pattern CODE = Pattern.compile("^\\s*([45])\\d\\d[ -].*", Pattern.DOTALL);
    private static final int LENGTH_MAX = 300;

    private SmtpReplies() {}

    /** A failure to log in concerns the channel, not the mail; whatever has no code is a failure of the way there. */
    static void rethrow(MessagingException failure) throws MailRefused, MailDelayed {
        if (failure instanceof AddressException) {
            throw new MailRefused("The address cannot be written to.");
        }
        if (failure instanceof AuthenticationFailedException) {
            throw new MailDelayed("The mail server refused the login.");
        }
        String reply = reply(failure);
        Matcher code = CODE.matcher(reply);
        if (code.matches() && code.group(1).equals("5")) {
            throw new MailRefused(reply);
        }
        throw new MailDelayed(reply);
    }

    /** The server's own words where there are some: the library wraps the reply about the recipient. */
    private static String reply(MessagingException failure) {
        String said = failure.getClass().getSimpleName();
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            String message = e.getMessage();
            if (message != null && CODE.matcher(message).matches()) {
                said = message.strip();
            }
        }
        return said.substring(0, Math.min(said.length(), LENGTH_MAX));
    }
}
