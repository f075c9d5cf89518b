package io.bilet.journey;

import io.bilet.dev.MailServer;
import io.bilet.dev.Ports;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A customer's mailbox: sends by SMTP and reads by IMAP, as a mail program would. */
final class Postbox {

    private static final Duration MAIL_MAX = Duration.ofSeconds(60);

    private static final String PASSWORD = "customer";

    private final String address;
    private final String password;
    private final Session session;

    private Postbox(String address, String password, Ports ports) {
        this.address = address;
        this.password = password;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(ports.smtp()));
        properties.setProperty("mail.imap.host", "127.0.0.1");
        properties.setProperty("mail.imap.port", String.valueOf(ports.imap()));
        this.session = Session.getInstance(properties);
    }

    /** The mailbox of an address; opened on the mail server if need be. */
    static Postbox of(String address) {
        Suite.current().openMailbox(address, PASSWORD);
        return new Postbox(address, PASSWORD, Suite.current().ports());
    }

    /** A mailbox that is open already. */
    static Postbox of(MailServer.Mailbox mailbox) {
        return new Postbox(
                mailbox.address(), mailbox.password(), Suite.current().ports());
    }

    String address() {
        return address;
    }

    /** Sends a whole message, headers included, to one address. */
    void send(String to, String mime) {
        byte[] bytes = mime.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        try {
            MimeMessage message = new AsWritten(session, bytes);
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect();
                transport.sendMessage(message, new InternetAddress[] {new InternetAddress(to)});
            }
        } catch (MessagingException e) {
            throw new AssertionError("The mail could not be sent.", e);
        }
    }

    /** The first message that is as wanted; waits for it. */
    Message await(Predicate<Message> wanted) {
        return Awaitility.await("a mail to " + address)
                .atMost(MAIL_MAX)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> messages().stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Everything in the mailbox, oldest first, independent of the connection it was read by. */
    List<Message> messages() {
        try (Store store = session.getStore("imap")) {
            store.connect(address, password);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                List<Message> copies = new ArrayList<>();
                for (Message message : inbox.getMessages()) {
                    copies.add(new MimeMessage((MimeMessage) message));
                }
                return copies;
            }
        } catch (MessagingException e) {
            throw new AssertionError("The mailbox of " + address + " could not be read.", e);
        }
    }

    /** How many messages nobody has taken. */
    int unseen() {
        try (Store store = session.getStore("imap")) {
            store.connect(address, password);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                return inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)).length;
            }
        } catch (MessagingException e) {
            throw new AssertionError("The mailbox of " + address + " could not be read.", e);
        }
    }

    /** Keeps the Message-ID it was written with, and everything else. */
    private static final class AsWritten extends MimeMessage {

        AsWritten(Session session, byte[] bytes) throws MessagingException {
            super(session, new ByteArrayInputStream(bytes));
        }

        @Override
        protected void updateHeaders() {
            // A test says exactly what it sends.
        }
    }

    /** The value of a header, empty where there is none. */
    static String header(Message message, String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null ? "" : String.join(" ", values);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** The text a person reads: the first text part. */
    static String text(Message message) {
        try {
            Object content = message.getContent();
            while (content instanceof Multipart parts) {
                content = parts.getBodyPart(0).getContent();
            }
            return String.valueOf(content);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
