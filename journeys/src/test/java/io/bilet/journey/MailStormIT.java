package io.bilet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bilet.dev.DemoDesk;
import io.bilet.dev.Tokens;
import io.bilet.dev.WildFlyServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.Message;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * P03, P04 and P17: two nodes on one mailbox while connections are cut, a node is killed and the mail server is gone.
 * Every mail is worked on once, what cannot be read is set aside, and every answer arrives.
 */
@Tag("nodes")
class MailStormIT {

    private static final int MAILS = Integer.getInteger("bilet.mails", 90);

    /** Every so many mails one comes that cannot be read. */
    private static final int POISON_EVERY = 10;

    private static final Duration SETTLED_MAX = Duration.ofSeconds(90);

    private final Postbox sender = Postbox.of("storm@example.org");

    @Test
    void mail_is_worked_on_once_and_answers_arrive_whatever_breaks_on_the_way() throws Exception {
        try (Installation desk = Installation.of("mailstorm");
                Cable imap = Cable.to(Suite.current().ports().imap());
                Cable smtp = Cable.to(Suite.current().ports().smtp())) {
            WildFlyServer one = desk.start("one");
            WildFlyServer two = desk.launch("two");
            Tokens tokens = desk.furnish(one);
            DeskDriver admin = DeskDriver.at(one.api(), tokens.admin());
            lay(imap, smtp, admin);
            desk.ready(two);
            String asked = askAndAnswer(admin, smtp);

            imap.cutAt(" STORE ", 12);
            for (int number = 0; number < MAILS; number++) {
                sender.send(DemoDesk.SUPPORT_ADDRESS, mail(number));
                if (number == MAILS / 2) {
                    one.kill();
                }
                if (number % 20 == 0) {
                    imap.cut();
                }
            }
            smtp.revive();

            await("all mails to have come to an end")
                    .atMost(SETTLED_MAX)
                    .until(() -> states(desk), states -> states.equals(expectedStates()));
            assertThat(imap.cuts())
                    .as("cuts between taking a mail and marking it")
                    .isGreaterThan(3);
            assertThat(ticketsBySubject(desk)).isEqualTo(expectedTickets());
            await("all mails to be marked")
                    .atMost(SETTLED_MAX)
                    .until(() -> Postbox.of(Suite.current().support()).unseen() == 0);
            checkSuspended(DeskDriver.at(two.api(), tokens.admin()), DeskDriver.at(two.api(), tokens.agent("mira")));
            checkAnswer(desk, asked);
        }
    }

    /** Leads the channel of the demo company over the cables. */
    private static void lay(Cable imap, Cable smtp, DeskDriver admin) {
        JsonObject channel = admin.get("mail-channels").getJsonArray("items").getJsonObject(0);
        String body = Json.createObjectBuilder()
                .add(
                        "imap",
                        Json.createObjectBuilder()
                                .add("port", imap.port())
                                .add("password", Suite.current().support().password()))
                .add("smtp", Json.createObjectBuilder().add("port", smtp.port()))
                .build()
                .toString();
        Answer answer = admin.send(
                admin.request("mail-channels/" + channel.getString("id"))
                        .header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", "*")
                        .method("PATCH", BodyPublishers.ofString(body)),
                body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** A ticket that is answered while no mail server can be reached; its requester's address. */
    private static String askAndAnswer(DeskDriver admin, Cable smtp) {
        Postbox customer = Postbox.of("patient-" + System.nanoTime() + "@example.org");
        Answer ticket = admin.post(
                "tickets",
                Json.createObjectBuilder()
                        .add("subject", "Patience")
                        .add(
                                "comment",
                                Json.createObjectBuilder().add("text", "Hello?").add("visibility", "internal"))
                        .add("requester", Json.createObjectBuilder().add("email", customer.address()))
                        .build());
        smtp.die();
        Answer answer = admin.post(
                "tickets/" + ticket.json().getString("id") + "/comments",
                Json.createObjectBuilder()
                        .add("text", "Thank you for waiting.")
                        .add("visibility", "public")
                        .build(),
                "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return customer.address();
    }

    private static boolean isPoison(int number) {
        return number % POISON_EVERY == POISON_EVERY - 1;
    }

    private static String mail(int number) {
        String head = """
                From: storm-%1$d@example.org
                To: support@bilet.test
                Subject: Storm %1$d
                Message-ID: <storm-%1$d@example.org>
                Date: Mon, 23 Nov 2026 09:00:00 +0100
                """.formatted(number);
        return isPoison(number) ? head + "MIME-Version: 1.0\n" + nested() : head + "\nPlease help.\n";
    }

    private static String nested() {
        StringBuilder parts = new StringBuilder();
        for (int depth = 0; depth < 300; depth++) {
            parts.append("Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n".formatted(depth));
        }
        return parts + "\nToo deep.\n";
    }

    private static Map<String, Integer> expectedStates() {
        int poison = MAILS / POISON_EVERY;
        return Map.of("FILED", MAILS - poison, "SUSPENDED too_deep", poison);
    }

    private static Map<String, Integer> expectedTickets() {
        Map<String, Integer> tickets = new TreeMap<>();
        for (int number = 0; number < MAILS; number++) {
            if (!isPoison(number)) {
                tickets.put("Storm " + number, 1);
            }
        }
        return tickets;
    }

    private static Map<String, Integer> states(Installation desk) throws SQLException {
        return counts(desk, "SELECT CONCAT_WS(' ', state, reason), COUNT(*) FROM inbound_mail GROUP BY state, reason");
    }

    /** Comments, so that one that was added to another ticket would show as well. */
    private static Map<String, Integer> ticketsBySubject(Installation desk) throws SQLException {
        return counts(
                desk,
                "SELECT t.subject, COUNT(*) FROM ticket t JOIN comment c ON c.ticket_id = t.id"
                        + " WHERE t.subject LIKE 'Storm %' GROUP BY t.subject");
    }

    private static Map<String, Integer> counts(Installation desk, String sql) throws SQLException {
        Map<String, Integer> counts = new TreeMap<>();
        try (Connection connection = desk.database().connect();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return counts;
    }

    /** An administrator sees why a mail was set aside and can have it as it came; an agent cannot. */
    private static void checkSuspended(DeskDriver admin, DeskDriver agent) {
        JsonObject suspended = admin.get("suspended-mails?reason=too_deep")
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(suspended.getString("detail")).contains("20");
        String raw = "suspended-mails/" + suspended.getString("id") + "/raw";
        Answer download = admin.tryGet(raw);
        assertThat(download.status()).isEqualTo(200);
        assertThat(download.header("Content-Disposition")).startsWith("attachment");
        assertThat(download.body()).contains("Subject: " + suspended.getString("subject"), "Too deep.");
        assertThat(agent.tryGet(raw).status()).isEqualTo(403);
    }

    /** Tried again until the server was back, under one Message-ID, and delivered once. */
    private static void checkAnswer(Installation desk, String customer) throws SQLException {
        Postbox mailbox = Postbox.of(customer);
        Message answer = mailbox.await(mail -> Postbox.text(mail).contains("Thank you for waiting."));
        List<String> ids = new ArrayList<>();
        int attempts = 0;
        try (Connection connection = desk.database().connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT message_id, attempts FROM outgoing_mail WHERE state = 'SENT'")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
                attempts += rows.getInt(2);
            }
        }
        assertThat(ids).containsExactly(Postbox.header(answer, "Message-ID"));
        assertThat(attempts).isGreaterThan(1);
        assertThat(mailbox.messages()).hasSize(1);
    }
}
