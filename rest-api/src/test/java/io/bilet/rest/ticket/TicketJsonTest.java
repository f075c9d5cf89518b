package io.bilet.rest.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.api.v1.model.DueMetric;
import io.bilet.api.v1.model.Folder;
import io.bilet.api.v1.model.NewHandover;
import io.bilet.api.v1.model.NewSnooze;
import io.bilet.brand.BrandId;
import io.bilet.people.UserId;
import io.bilet.platform.error.InvalidInput;
import io.bilet.schedule.WorkingHours;
import io.bilet.ticket.AuthorRole;
import io.bilet.ticket.Channel;
import io.bilet.ticket.Due;
import io.bilet.ticket.Opening;
import io.bilet.ticket.SnoozeKeeper;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketId;
import io.bilet.ticket.TicketPriority;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicketJsonTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY_TEN = Instant.parse("2026-03-03T10:00:00Z");
    private static final Instant TUESDAY_NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Test
    void a_snoozed_ticket_shows_what_was_promised_and_what_the_policy_would_say() {
        Ticket ticket = held();
        var snooze = TicketJson.toSnooze(new NewSnooze()
                .returnAt(TUESDAY_TEN)
                .responseDueAt(TUESDAY_NOON)
                .reason("The part arrives."));
        new SnoozeKeeper(ticket, MONDAY_NINE).snooze(snooze, WorkingHours.always());
        ticket.due(ticket.snoozing().due(ticket.due(), Duration.ZERO));

        var json = TicketJson.of(ticket);

        assertThat(json.getFolder()).isEqualTo(Folder.SNOOZED);
        assertThat(json.getDueAt()).isEqualTo(TUESDAY_NOON);
        assertThat(json.getNextBreach().getMetric()).isEqualTo(DueMetric.PROMISED_REPLY_TIME);
        assertThat(json.getSnooze().getReturnAt()).isEqualTo(TUESDAY_TEN);
        assertThat(json.getSnooze().getResponseDueAt()).isEqualTo(TUESDAY_NOON);
        assertThat(json.getSnooze().getPolicyDueAt()).isEqualTo(MONDAY_NINE.plusSeconds(60));
        assertThat(json.getSnooze().getReason()).isEqualTo("The part arrives.");
    }

    @Test
    void a_ticket_of_which_nothing_was_promised_says_nothing_about_it() {
        assertThat(TicketJson.of(held()).getSnooze()).isNull();
    }

    @Test
    void a_handover_to_nobody_is_refused() {
        assertThatThrownBy(() -> HandoverJson.toTarget(new NewHandover().reason("Not mine.")))
                .isInstanceOf(InvalidInput.class);
    }

    private static Ticket held() {
        var opening = new Opening(
                TicketId.next(),
                "Printer on fire",
                UserId.next(),
                null,
                BrandId.next(),
                Channel.EMAIL,
                AuthorRole.REQUESTER,
                TicketPriority.NORMAL,
                null,
                null,
                null,
                null);
        Ticket ticket = Ticket.open(opening, MONDAY_NINE);
        ticket.assign(UserId.next(), MONDAY_NINE);
        ticket.due(Due.by(MONDAY_NINE.plusSeconds(60), "first_reply_time", MONDAY_NINE));
        return ticket;
    }
}
