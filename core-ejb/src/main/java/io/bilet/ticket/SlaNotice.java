package io.bilet.ticket;

import io.bilet.people.UserId;
import io.bilet.platform.json.StoredJson;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** What a clock of the ticket noticed. */
public sealed interface SlaNotice extends TicketEvent.Notice {

    /**
     * A promise was broken.
     *
     * @param metric which, lower snake case
     * @param dueAt when it had fallen due
     * @param targetVersion which of the clock's targets; each is broken once
     */
    record SlaBreached(String clockId, String metric, Instant dueAt, int targetVersion) implements SlaNotice {
        @Override
        public String type() {
            return "ticket.sla_breached";
        }

        @Override
        public JsonObject data() {
            return StoredJson.object()
                    .add("clock_id", clockId)
                    .add("metric", metric)
                    .add("due_at", dueAt.toString())
                    .add("target_version", targetVersion)
                    .build();
        }
    }

    /**
     * Somebody is to know that a promise is in danger, because its policy says so.
     *
     * @param warning which warning of the policy says so
     */
    record SlaNotified(String clockId, String metric, String warning, List<UserId> told) implements SlaNotice {

        public SlaNotified {
            told = List.copyOf(told);
        }

        @Override
        public String type() {
            return "ticket.sla_notified";
        }

        @Override
        public JsonObject data() {
            return StoredJson.object()
                    .add("clock_id", clockId)
                    .add("metric", metric)
                    .add("warning", warning)
                    .add(
                            "user_ids",
                            StoredJson.array(told.stream().map(UserId::toString).toList()))
                    .build();
        }
    }

    /**
     * A promise is in danger.
     *
     * @param warning which warning of the policy sounded, such as {@code 80%} or {@code PT30M}
     */
    record SlaWarned(String clockId, String metric, Instant dueAt, String warning) implements SlaNotice {
        @Override
        public String type() {
            return "ticket.sla_warned";
        }

        @Override
        public JsonObject data() {
            return StoredJson.object()
                    .add("clock_id", clockId)
                    .add("metric", metric)
                    .add("due_at", dueAt.toString())
                    .add("warning", warning)
                    .build();
        }
    }
}
