package io.bilet.intake;

import static java.lang.System.Logger.Level.DEBUG;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.bilet.mail.MailServer;
import io.bilet.platform.blob.BlobTooLarge;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.lang.System.Logger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An open mailbox. Messages are marked as seen only after they were taken; nothing is deleted. */
final class Mailbox implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Mailbox.class.getName());

    /** Messages looked at in one go, so that how far we came is written down now and then. */
    private static final int BATCH = 100;

    private final Store store;
    private final Folder folder;

    private Mailbox(Store store, Folder folder) {
        this.store = store;
        this.folder = folder;
    }

    /** What is done with each message; returning means it is ours. */
    interface Taker {

        /** Takes a message that writes itself out; {@code uid} is its number in the mailbox. */
        void take(Message message, long uid) throws IOException;

        /** Told after each message how far that was: a connection that breaks must not begin at the beginning. */
        void reached(MailboxState state);

        /** Whether there is time for another one; what is left comes with the next look. */
        boolean takesMore();

        /** Sets aside a message of which only the header fits. */
        void setAside(byte[] header) throws IOException;
    }

    static Mailbox open(MailServer server, @Nullable String password) throws MessagingException {
        Store store = Session.getInstance(properties(server)).getStore("imap");
        try {
            store.connect(server.host(), server.port(), server.user().orElse(null), password);
            Folder folder = store.getFolder(server.folder());
            folder.open(Folder.READ_WRITE);
            return new Mailbox(store, folder);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    boolean isOpen() {
        return folder.isOpen() && store.isConnected();
    }

    /**
     * Hands over every message that came since {@code before}, the oldest first. Where the server counts anew, all
     * messages not marked as seen are handed over: some for the second time, which is harmless.
     */
    void fetch(MailboxState before, Taker taker) throws MessagingException, IOException {
        UIDFolder numbers = (UIDFolder) folder;
        folder.getMessageCount(); // asks the server for news
        long validity = numbers.getUIDValidity();
        boolean known = before.uidValidity() == validity;
        long last = known ? before.lastUid() : 0;
        taker.reached(before.at(validity, last));
        for (Message message : fresh(numbers, known, last)) {
            if (!taker.takesMore()) {
                break;
            }
            long uid = numbers.getUID(message);
            take(message, uid, taker);
            last = Math.max(last, uid);
            taker.reached(before.at(validity, last));
        }
    }

    private List<Message> fresh(UIDFolder numbers, boolean known, long last) throws MessagingException {
        Message[] found = known
                ? numbers.getMessagesByUID(last + 1, UIDFolder.LASTUID)
                : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(found, profile);
        // A server asked for more than there is answers with the last message it has.
        Stream<Message> newer = Arrays.stream(found).filter(message -> uid(numbers, message) > last);
        return newer.limit(BATCH).toList();
    }

    private static long uid(UIDFolder numbers, Message message) {
        try {
            return numbers.getUID(message);
        } catch (MessagingException e) {
            return -1; // it was removed meanwhile
        }
    }

    private static void take(Message message, long uid, Taker taker) throws MessagingException, IOException {
        try {
            taker.take(message, uid);
        } catch (BlobTooLarge e) {
            taker.setAside(header(message));
        }
        message.setFlag(Flags.Flag.SEEN, true);
    }

    /** What can be had of the header; a few servers answer nothing at all for a broken message. */
    static byte[] header(Message message) {
        StringBuilder header = new StringBuilder();
        try {
            for (Header line : Collections.list(message.getAllHeaders())) {
                header.append(line.getName())
                        .append(": ")
                        .append(line.getValue())
                        .append("\r\n");
            }
        } catch (MessagingException e) {
            header.append("X-Bilet-Unfetchable: yes\r\n");
        }
        return header.append("\r\n").toString().getBytes(UTF_8);
    }

    private static Properties properties(MailServer server) {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.connectiontimeout", "10000");
        properties.setProperty("mail.imap.timeout", "30000");
        properties.setProperty("mail.imap.writetimeout", "30000");
        properties.setProperty("mail.imap.peek", "true"); // or reading would mark as seen what is not stored yet
        properties.setProperty("mail.imap.fetchsize", "1048576");
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        switch (server.security()) {
            case TLS -> properties.setProperty("mail.imap.ssl.enable", "true");
            case STARTTLS -> {
                properties.setProperty("mail.imap.starttls.enable", "true");
                properties.setProperty("mail.imap.starttls.required", "true");
            }
            case NONE -> properties.setProperty("mail.imap.starttls.enable", "false");
        }
        return properties;
    }

    @Override
    public void close() {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
            store.close();
        } catch (MessagingException e) {
            LOG.log(DEBUG, "A mailbox could not be closed", e);
        }
    }
}
