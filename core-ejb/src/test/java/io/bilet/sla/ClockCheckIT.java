package io.bilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.testing.TestDatabase;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import io.bilet.ticket.TicketStatus;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockCheckIT {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private final SlaDesk desk = new SlaDesk(MONDAY_NINE);
    private final ClockCheck check = desk.bean(ClockCheck.class);

    @Test
    void computed_from_zero_the_clocks_give_the_same_numbers() {
        TicketId ticket = lively();

        assertThat(wrong(ticket)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE sla_clock SET ran_business_micros = ran_business_micros + 1 WHERE ticket_id = ? AND cycle = 1",
                "UPDATE sla_clock SET due_at = due_at + INTERVAL 1 SECOND WHERE ticket_id = ? AND due_at IS NOT NULL",
                "UPDATE sla_clock SET breached_at = NULL, target_broken = FALSE WHERE ticket_id = ?",
                "UPDATE sla_clock_event SET at = at + INTERVAL 1 SECOND WHERE ticket_id = ? AND step = 'pause'",
                "DELETE FROM sla_clock_event WHERE ticket_id = ? AND step = 'breach'",
            })
    void a_number_that_was_tampered_with_is_found(String tampering) {
        TicketId ticket = lively();

        change(tampering, ticket);

        assertThat(wrong(ticket)).isNotEmpty();
    }

    @Test
    void the_whole_database_is_walked_through() {
        List<TicketId> mine = List.of(lively(), lively());
        List<TicketId> walked = new ArrayList<>();

        List<TicketId> page;
        do {
            Optional<TicketId> last = walked.isEmpty() ? Optional.empty() : Optional.of(walked.get(walked.size() - 1));
            page = TestDatabase.inNewTransaction(() -> check.ticketsAfter(last, 50));
            walked.addAll(page);
        } while (!page.isEmpty());

        assertThat(walked).doesNotHaveDuplicates().containsAll(mine);
    }

    private List<ClockCheck.Wrong> wrong(TicketId ticket) {
        return TestDatabase.inNewTransaction(() -> check.wrongOf(ticket));
    }

    private TicketId lively() {
        TicketId ticket = desk.opened(TicketPriority.NORMAL);
        desk.turnBy(Duration.ofHours(1));
        desk.answered(ticket, TicketStatus.PENDING);
        desk.turnBy(Duration.ofHours(1));
        desk.asked(ticket);
        desk.turnBy(Duration.ofHours(1));
        desk.raised(ticket, TicketPriority.URGENT);
        desk.turnBy(Duration.ofHours(9));
        desk.answered(ticket, TicketStatus.SOLVED);
        desk.turnBy(Duration.ofHours(1));
        desk.asked(ticket);
        return ticket;
    }

    private static void change(String sql, TicketId ticket) {
        try (var connection = TestDatabase.connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, ticket.value().toString());
            assertThat(statement.executeUpdate()).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
