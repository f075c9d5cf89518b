package io.bilet.automation.action;

import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.json.Wire;
import io.bilet.ticket.Folder;
import io.bilet.ticket.Snooze;
import io.bilet.ticket.Ticket;
import io.bilet.ticket.TicketStatus;
import io.bilet.ticket.UnassignedReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands and in which folder it lies. */
@ApplicationScoped
public class StandingActions implements ActionKinds {

    private static final Duration AWAY_MAX = Duration.ofDays(90);

    @Override
    public Map<String, Reading> kinds() {
        return Map.of(
                "set_status",
                StandingActions::status,
                "snooze",
                StandingActions::snooze,
                "archive",
                members -> new PutAway(members.json(), Folder.ARCHIVE),
                "spam",
                members -> new PutAway(members.json(), Folder.SPAM));
    }

    /** No ticket becomes new again, and closing is for the clock. */
    private static Action status(Members members) {
        TicketStatus status = members.choice("status", TicketStatus.class);
        if (status == TicketStatus.NEW || status == TicketStatus.CLOSED) {
            throw new InvalidInput(
                    members.place("status"), "not_settable", "A ticket is neither made new nor closed by a rule.");
        }
        return new SetStatus(members.json(), status);
    }

    private static Action snooze(Members members) {
        Duration returnAfter = members.duration("return_after", AWAY_MAX);
        Duration answerAfter = members.duration("response_due_after", AWAY_MAX);
        if (answerAfter.compareTo(returnAfter) <= 0) {
            throw new InvalidInput(
                    members.place("response_due_after"),
                    "not_after_return",
                    "The answer must be due after the ticket has come back.");
        }
        String reason = members.has("reason") ? members.text("reason", Snooze.REASON_LENGTH_MAX) : null;
        return new PutOff(members.json(), returnAfter, answerAfter, reason);
    }

    private record SetStatus(JsonObject toJson, TicketStatus status) implements Action {

        @Override
        public void on(Stage stage) {
            stage.ticket().moveTo(status, stage.now());
        }

        @Override
        public Map<String, String> decides() {
            return Map.of("status", Wire.of(status));
        }
    }

    private record PutOff(
            JsonObject toJson,
            Duration returnAfter,
            Duration responseDueAfter,
            @Nullable String reason) implements Action {

        @Override
        public void on(Stage stage) {
            stage.snooze(returnAfter, responseDueAfter, reason);
        }

        @Override
        public Map<String, String> decides() {
            return Map.of("folder", Wire.of(Folder.SNOOZED));
        }
    }

    /** Takes the ticket out of everybody's work: as done, or as unwanted. */
    private record PutAway(JsonObject toJson, Folder folder) implements Action {

        @Override
        public void on(Stage stage) {
            Ticket ticket = stage.ticket();
            if (folder == Folder.ARCHIVE) {
                ticket.moveTo(TicketStatus.SOLVED, stage.now());
            }
            ticket.putInto(folder, stage.now());
            ticket.unassign(folder == Folder.ARCHIVE ? UnassignedReason.ARCHIVED : UnassignedReason.SPAM, stage.now());
        }

        @Override
        public Map<String, String> decides() {
            return folder == Folder.ARCHIVE
                    ? Map.of("status", "solved", "folder", "archive", "assignee_id", "")
                    : Map.of("folder", "spam", "assignee_id", "");
        }
    }
}
