package io.bilet.dev;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** SMTP and IMAP in memory on the loopback interface; what is sent to an address lies in its mailbox until the end. */
public final class MailServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final long START_MAX_MILLIS = 10_000;

    private final GreenMail greenMail;

    private MailServer(GreenMail greenMail) {
        this.greenMail = greenMail;
    }

    public static MailServer start(int smtpPort, int imapPort) {
        ServerSetup smtp = new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP);
        smtp.setServerStartupTimeout(START_MAX_MILLIS);
        imap.setServerStartupTimeout(START_MAX_MILLIS);
        GreenMail greenMail = new GreenMail(new ServerSetup[] {smtp, imap});
        greenMail.start();
        return new MailServer(greenMail);
    }

    /** Opens a mailbox; its user's name is the address. */
    public Mailbox open(String address, String password) {
        greenMail.setUser(address, address, password);
        return new Mailbox(address, address, password);
    }

    @Override
    public void close() {
        greenMail.stop();
    }

    /** A mailbox and how to get into it. */
    public record Mailbox(String address, String user, String password) {}
}
