package io.bilet.intake;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.bilet.mail.MailChannel;
import io.bilet.mail.MailChannelAdmin;
import io.bilet.mail.MailChannelProfile;
import io.bilet.mail.MailSecurity;
import io.bilet.mail.MailServerProfile;
import io.bilet.platform.secret.SecretBox;
import io.bilet.platform.work.Crew;
import io.bilet.testing.TestDatabase;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxWatchIT {

    @TempDir
    Path files;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private Desk desk;
    private MailChannel channel;
    private MailboxWatch watch;
    private GreenMailUser mailbox;

    @BeforeEach
    void open() {
        server.start();
        desk = new Desk(files);
        desk.beans.with(SecretBox.class, new SecretBox(Optional.empty(), files.toString()));
        desk.beans.with(Crew.class, new Crew());
        mailbox = server.setUser(desk.support, "support", "sesame");
        channel = channel("sesame");
        watch = desk.beans.get(MailboxWatch.class);
    }

    @AfterEach
    void close() {
        watch.close();
        server.stop();
    }

    @Test
    void mail_in_the_mailbox_is_taken_once_and_then_marked_as_seen() throws MessagingException {
        arrives("one");
        arrives("two");

        watch.read(channel);
        watch.read(channel);

        assertThat(taken()).isEqualTo(2);
        assertThat(seen()).isEqualTo(2);
    }

    @Test
    void what_comes_later_is_taken_later() throws MessagingException {
        arrives("one");
        watch.read(channel);

        arrives("two");
        readUntil(2);

        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void a_mailbox_that_counts_anew_gives_nothing_twice() throws SQLException {
        arrives("one");
        watch.read(channel);
        forget("UPDATE mailbox SET uid_validity = 1 WHERE mail_channel_id = ?");

        arrives("two");
        readUntil(2);

        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void a_crash_before_the_mark_costs_nothing() throws SQLException, MessagingException {
        arrives("one");
        watch.read(channel);
        forget("DELETE FROM mailbox WHERE mail_channel_id = ?");
        for (var message : inbox().getMessages()) {
            message.setFlag(Flags.Flag.SEEN, false);
        }

        watch.read(channel);

        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void a_refused_password_is_told_without_repeating_it() {
        MailChannel wrong = channel("wrong");

        watch.read(wrong);

        MailboxState state = desk.beans.get(MailboxLedger.class).state(wrong.id());
        assertThat(state.lastError()).contains("The server refused the user name or password.");
    }

    @Test
    void a_message_that_is_marked_seen_by_a_person_is_still_taken() throws MessagingException {
        watch.read(channel);
        arrives("one");
        inbox().getMessages().get(0).setFlag(Flags.Flag.SEEN, true);

        readUntil(1);

        assertThat(taken()).isEqualTo(1);
    }

    /** The library asks a server for news at most once a second. */
    private void readUntil(int count) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (taken() < count && System.nanoTime() < deadline) {
            LockSupport.parkNanos(200_000_000);
            watch.read(channel);
        }
    }

    private MailChannel channel(String password) {
        var imap = new MailServerProfile(
                "127.0.0.1", server.getImap().getPort(), MailSecurity.NONE, "support", password, false, "INBOX");
        var smtp = new MailServerProfile("127.0.0.1", 25, MailSecurity.NONE, null, null, false, "INBOX");
        return inNewTransaction(() -> desk.beans
                .get(MailChannelAdmin.class)
                .create(new MailChannelProfile("Box " + UUID.randomUUID(), true, imap, smtp)));
    }

    private void arrives(String id) {
        String mail = "From: " + desk.customer + "\r\nTo: " + desk.support + "\r\nSubject: " + id + "\r\nMessage-ID: <"
                + id + "@" + desk.domain + ">\r\n\r\nHello.\r\n";
        mailbox.deliver(GreenMailUtil.newMimeMessage(mail));
    }

    private com.icegreen.greenmail.store.MailFolder inbox() {
        ImapHostManager manager = server.getManagers().getImapHostManager();
        return manager.getFolder(mailbox, "INBOX");
    }

    private long seen() throws MessagingException {
        long seen = 0;
        for (var message : inbox().getMessages()) {
            seen += message.getFlags().contains(Flags.Flag.SEEN) ? 1 : 0;
        }
        return seen;
    }

    private int taken() {
        try (Connection db = TestDatabase.connect();
                PreparedStatement count =
                        db.prepareStatement("SELECT COUNT(*), COUNT(ticket_id) FROM inbound_mail WHERE source = ?")) {
            count.setString(1, channel.id().toString());
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                assertThat(rows.getInt(2)).isEqualTo(rows.getInt(1));
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void forget(String sql) throws SQLException {
        try (Connection db = TestDatabase.connect();
                PreparedStatement update = db.prepareStatement(sql)) {
            update.setString(1, channel.id().value().toString());
            update.executeUpdate();
        }
    }
}
