package io.bilet.webhook;

import static io.bilet.testing.TestDatabase.inNewTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.bilet.audit.AuditLogQueries;
import io.bilet.audit.LogEntry;
import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.StoredJson;
import io.bilet.platform.paging.Slice;
import io.bilet.sla.SlaDesk;
import io.bilet.testing.Beans;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.webhook.Delivery.Attempt;
import io.bilet.webhook.Receiver.Received;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints as others run them, told over real connections. */
class WebhooksIT {

    private static final Clock NOW = Clock.systemUTC();

    @TempDir
    Path files;

    private final SlaDesk desk = new SlaDesk(NOW.instant());
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void an_endpoint_is_told_what_changed_and_where_signed_as_the_specification_says() throws Exception {
        Sender sender = node(NOW);
        Receiver receiver = receiver();
        WebhookAdmin.Issued issued = sender.listening(receiver, null, "ticket.*");
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        long events = desk.record(ticket).size();

        sender.runUntil(() -> told(receiver, ticket).size() == events);

        Received first = told(receiver, ticket).get(0);
        verify(issued.secret(), first);
        assertThatThrownBy(() -> verify(WebhookSecret.next().toString(), first))
                .isInstanceOf(WebhookVerificationException.class);
        JsonObject payload = StoredJson.readObject(first.body());
        assertThat(payload.keySet()).containsExactlyInAnyOrder("type", "timestamp", "data");
        JsonObject data = payload.getJsonObject("data");
        assertThat(data.getString("url")).isEqualTo("/api/v1/tickets/" + ticket);
        assertThat(data.getInt("sequence")).isBetween(1, (int) events);
        assertThat(first.body()).doesNotContain("Printer", "Help!", "ada@");
        sender.runUntil(() -> sender.deliveries(issued.webhook().id()).stream()
                .allMatch(delivery -> delivery.state() == DeliveryState.DELIVERED));
    }

    @Test
    void while_the_secret_changes_both_sign() throws Exception {
        Sender sender = node(NOW);
        Receiver receiver = receiver();
        WebhookAdmin.Issued before = sender.listening(receiver, null, "ticket.created");
        WebhookAdmin.Issued after = sender.admin().rotate(before.webhook().id());
        TicketId ticket = desk.opened(TicketPriority.NORMAL);

        sender.runUntil(() -> told(receiver, ticket).size() == 1);

        Received only = told(receiver, ticket).get(0);
        assertThat(after.secret()).isNotEqualTo(before.secret());
        assertThatCode(() -> {
                    verify(before.secret(), only);
                    verify(after.secret(), only);
                })
                .doesNotThrowAnyException();
        assertThat(after.webhook().secrets(NOW.instant().plus(Duration.ofHours(25))))
                .hasSize(1);
    }

    @Test
    void one_that_was_away_gets_everything_afterwards_under_the_same_id() throws SQLException {
        Sender sender = node(NOW);
        Receiver receiver = receiver();
        receiver.behave(Receiver.saying("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 7200\r\n\r\n"));
        WebhookId id =
                sender.listening(receiver, null, "ticket.created").webhook().id();
        List<TicketId> tickets = List.of(desk.opened(TicketPriority.LOW), desk.opened(TicketPriority.HIGH));
        sender.runUntil(
                () -> tickets.stream().allMatch(ticket -> told(receiver, ticket).size() == 1));
        sender.runUntil(() ->
                sender.deliveries(id).stream().allMatch(each -> each.attempts().size() == 1));
        assertThat(sender.deliveries(id))
                .allSatisfy(each -> assertThat(each.nextAt().orElseThrow())
                        .isAfter(NOW.instant().plus(Duration.ofMinutes(119))));

        receiver.behave(Receiver.saying(Receiver.OK));
        sender.laterIsNow(id);
        sender.runUntil(
                () -> tickets.stream().allMatch(ticket -> told(receiver, ticket).size() == 2));

        for (TicketId ticket : tickets) {
            List<Received> both = told(receiver, ticket);
            assertThat(both).extracting(Received::id).containsOnly(both.get(0).id());
            assertThat(both).extracting(Received::body).containsOnly(both.get(0).body());
            assertThat(Long.parseLong(both.get(1).headers().get("webhook-timestamp")))
                    .isGreaterThanOrEqualTo(Long.parseLong(both.get(0).headers().get("webhook-timestamp")));
        }
        sender.runUntil(() ->
                sender.deliveries(id).stream().allMatch(each -> each.attempts().size() == 2));
        assertThat(sender.deliveries(id).get(0).attempts())
                .extracting(Attempt::status)
                .containsExactly(503, 200);
        assertThat(sender.webhook(id).failingSince()).isEmpty();
    }

    @Test
    void endpoints_that_misbehave_delay_no_other_for_more_than_five_seconds() {
        Sender sender = node(NOW);
        Receiver elsewhere = receiver();
        Receiver sound = receiver();
        List<WebhookId> ids = Stream.concat(misbehaving(elsewhere), Stream.of(sound))
                .map(each ->
                        sender.listening(each, null, "ticket.created").webhook().id())
                .toList();

        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            TicketId ticket = desk.opened(TicketPriority.NORMAL);
            long committed = System.nanoTime();
            sender.runUntil(() -> !told(sound, ticket).isEmpty());
            delays.add(Duration.ofNanos(System.nanoTime() - committed).toMillis());
        }

        assertThat(delays).allSatisfy(delay -> assertThat(delay).isLessThan(5_000));
        sender.runUntil(() -> ids.stream()
                .allMatch(id -> !sender.deliveries(id).get(0).attempts().isEmpty()));
        assertThat(ids.stream()
                        .map(id -> sender.deliveries(id).get(0).attempts().get(0)))
                .extracting(Attempt::status)
                .containsExactly(null, null, 200, 302, null, 200, 200);
        assertThat(sender.deliveries(ids.get(1)).get(0).attempts().get(0).durationMillis())
                .as("one byte a second")
                .isLessThan(10_000);
        assertThat(elsewhere.received()).isEmpty();
    }

    /** One that hangs, one that says a byte a second, one without end, one that sends elsewhere, two that close. */
    private Stream<Receiver> misbehaving(Receiver elsewhere) {
        return Stream.<Receiver.Manner>of(
                        to -> Thread.sleep(60_000),
                        to -> {
                            for (char each : "HTTP/1.1 200 OK\r\n".repeat(10).toCharArray()) {
                                to.write(each);
                                to.flush();
                                Thread.sleep(1_000);
                            }
                        },
                        to -> {
                            to.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                            while (true) {
                                to.write(new byte[8_192]);
                            }
                        },
                        Receiver.saying("HTTP/1.1 302 Found\r\nLocation: " + elsewhere.url() + "\r\n\r\n"),
                        to -> {},
                        Receiver.saying("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n"))
                .map(this::receiver);
    }

    @Test
    void one_that_says_it_is_gone_is_told_nothing_more_and_administrators_are() throws SQLException {
        Sender sender = node(NOW);
        Receiver receiver = receiver();
        Receiver watching = receiver();
        receiver.behave(Receiver.saying("HTTP/1.1 410 Gone\r\n\r\n"));
        WebhookId id =
                sender.listening(receiver, null, "ticket.created").webhook().id();
        sender.listening(watching, null, "webhook.disabled");
        TicketId ticket = desk.opened(TicketPriority.NORMAL);

        sender.runUntil(() -> !sender.webhook(id).active());

        assertThat(sender.webhook(id).disabledReason()).contains(DisabledReason.GONE);
        assertThat(sender.deliveries(id)).extracting(Delivery::state).containsOnly(DeliveryState.FAILED);
        assertThat(entries(id)).containsExactly("webhook.disabled");
        sender.runUntil(
                () -> watching.received().stream().anyMatch(each -> each.body().contains(id.toString())));
        assertThat(told(receiver, ticket)).hasSize(1);
        assertThatThrownBy(() ->
                        sender.ledger().replay(id, sender.deliveries(id).get(0).id()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void one_that_took_nothing_for_five_days_is_switched_off_with_all_that_waits() throws SQLException {
        Sender sender = node(NOW);
        Receiver receiver = receiver();
        receiver.behave(Receiver.saying("HTTP/1.1 500 Internal Server Error\r\n\r\n"));
        WebhookId id =
                sender.listening(receiver, null, "ticket.created").webhook().id();
        desk.opened(TicketPriority.NORMAL);
        sender.runUntil(() -> sender.webhook(id).failingSince().isPresent());
        assertThat(sender.webhook(id).active()).isTrue();

        Sender later = node(Clock.fixed(NOW.instant().plus(Webhook.FAILING_MAX), ZoneOffset.UTC));
        later.laterIsNow(id);
        later.runUntil(() -> !later.webhook(id).active());

        assertThat(later.webhook(id).disabledReason()).contains(DisabledReason.FAILING);
        assertThat(later.deliveries(id)).extracting(Delivery::state).containsOnly(DeliveryState.FAILED);
        assertThat(entries(id)).containsExactly("webhook.disabled");
    }

    @Test
    void a_replay_comes_under_the_same_id_and_is_in_the_log() {
        Sender sender = node(NOW);
        Receiver receiver = receiver();
        WebhookId id =
                sender.listening(receiver, null, "ticket.created").webhook().id();
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        sender.runUntil(() -> sender.deliveries(id).stream().anyMatch(each -> each.state() == DeliveryState.DELIVERED));
        Delivery delivered = sender.deliveries(id).get(0);

        sender.ledger().replay(id, delivered.id());
        sender.runUntil(() -> told(receiver, ticket).size() == 2);

        assertThat(told(receiver, ticket))
                .extracting(Received::id)
                .containsOnly(delivered.id().toString());
        sender.runUntil(() -> sender.deliveries(id).get(0).state() == DeliveryState.DELIVERED);
        assertThat(sender.deliveries(id).get(0).attempts())
                .extracting(Attempt::number)
                .containsExactly(1, 2);
    }

    @Test
    void only_what_satisfies_the_condition_is_told_and_two_nodes_tell_it_once() {
        Sender one = node(NOW);
        Sender other = node(NOW);
        Receiver receiver = receiver();
        JsonObject urgent = StoredJson.object()
                .add("field", "ticket.priority")
                .add("operator", "is")
                .add("value", "urgent")
                .build();
        WebhookId id =
                one.listening(receiver, urgent, "ticket.created").webhook().id();
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tickets.add(desk.opened(i % 2 == 0 ? TicketPriority.URGENT : TicketPriority.NORMAL));
        }

        one.runUntil(() -> {
            other.pulse();
            return one.deliveries(id).stream()
                            .filter(each -> each.state() == DeliveryState.DELIVERED)
                            .count()
                    == 5;
        });

        for (int i = 0; i < tickets.size(); i++) {
            assertThat(told(receiver, tickets.get(i))).hasSize(i % 2 == 0 ? 1 : 0);
        }
        assertThat(receiver.received()).extracting(Received::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "https://user@hooks.example.org/",
                "https://hooks.example.org/#@a",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://2130706433/",
                "https://127.1/",
                "https://hooks.example.org:6379/",
                "gopher://hooks.example.org/",
                "file:///etc/passwd",
                "jar:https://hooks.example.org/a!/b",
                "https://localhost/",
                "https://localhost./",
                "https:///x",
                "https://127.0.0.1\\@hooks.example.org/",
                "//hooks.example.org/",
                "https://[64:ff9b::a00:1]/",
                "https://100.64.0.1/",
                "https://0/"
            })
    void an_address_that_is_not_on_the_open_internet_is_refused(String url) {
        var draft = new WebhookAdmin.Draft("Bad", url, List.of("ticket.*"), null, true);

        assertThatThrownBy(() -> node(NOW).admin().create(draft)).isInstanceOf(InvalidInput.class);
    }

    private Sender node(Clock clock) {
        Sender sender = new Sender(clock, files);
        open.add(sender);
        return sender;
    }

    private Receiver receiver() {
        return receiver(Receiver.saying(Receiver.OK));
    }

    private Receiver receiver(Receiver.Manner manner) {
        Receiver receiver = new Receiver(manner);
        open.add(receiver);
        return receiver;
    }

    private static List<Received> told(Receiver receiver, TicketId ticket) {
        return receiver.received().stream()
                .filter(each -> each.body().contains(ticket.toString()))
                .toList();
    }

    /** As a receiver does that uses the reference library. */
    private static void verify(String secret, Received received) throws Exception {
        Map<String, List<String>> headers = new TreeMap<>();
        received.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        new com.standardwebhooks.Webhook(secret).verify(received.body(), headers);
    }

    private static List<String> entries(WebhookId id) {
        Slice<LogEntry> page = inNewTransaction(() -> new Beans()
                .get(AuditLogQueries.class)
                .page(new AuditLogQueries.Filter(null, id.toString(), null), Optional.empty(), 10));
        return page.items().stream().map(entry -> entry.change().type()).toList();
    }
}
