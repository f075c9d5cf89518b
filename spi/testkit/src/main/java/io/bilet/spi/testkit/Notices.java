package io.bilet.spi.testkit;

import io.bilet.spi.ticket.TicketNotice;
import io.bilet.spi.ticket.TicketSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Notices as a host would bring them.
 *
 * @since 0.1
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Notices {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private Notices() {}

    /**
     * A first notice of the given type about the ticket with the given number.
     *
     * @param id the notice's id
     * @param type such as {@code ticket.created}
     * @param ticketNumber 1 or more; other numbers are other tickets
     */
    public static TicketNotice notice(String id, String type, long ticketNumber) {
        return notice(id, type, ticketNumber, TIMEOUT);
    }

    /** The same with another time-out. */
    public static TicketNotice notice(String id, String type, long ticketNumber, Duration timeout) {
        return new FakeNotice(id, type, FakePluginContext.NOW, new FakeTicket(ticketNumber), 1, timeout);
    }

    private record FakeNotice(String id, String type, Instant at, TicketSnapshot ticket, int attempt, Duration timeout)
            implements TicketNotice {}

    private record FakeTicket(long number) implements TicketSnapshot {

        @Override
        public String id() {
            return "tkt_%032x".formatted(number);
        }

        @Override
        public String subject() {
            return "Printer on fire";
        }

        @Override
        public String status() {
            return "open";
        }

        @Override
        public String priority() {
            return "high";
        }

        @Override
        public String channel() {
            return "email";
        }

        @Override
        public String requesterId() {
            return "usr_%032x".formatted(1);
        }

        @Override
        public Optional<String> organizationId() {
            return Optional.empty();
        }

        @Override
        public Optional<String> groupId() {
            return Optional.of("grp_%032x".formatted(1));
        }

        @Override
        public Optional<String> assigneeId() {
            return Optional.empty();
        }

        @Override
        public Set<String> tags() {
            return Set.of("hardware");
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(FakePluginContext.NOW.plus(Duration.ofHours(4)));
        }

        @Override
        public Instant createdAt() {
            return FakePluginContext.NOW;
        }

        @Override
        public long version() {
            return 1;
        }
    }
}
