package io.bilet.report;

import static io.bilet.report.MeasureKind.AGENT_WAIT;
import static io.bilet.report.MeasureKind.AGENT_WORK;
import static io.bilet.report.MeasureKind.FIRST_CONTACT;
import static io.bilet.report.MeasureKind.FIRST_RESOLUTION;
import static io.bilet.report.MeasureKind.FULL_RESOLUTION;
import static io.bilet.report.MeasureKind.ONE_TOUCH;
import static io.bilet.report.MeasureKind.ON_HOLD;
import static io.bilet.report.MeasureKind.REOPENED;
import static io.bilet.report.MeasureKind.REQUESTER_WAIT;

import io.bilet.sla.policy.Elapsed;
import io.bilet.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When and by whom a ticket was solved, for the first and for the last time, and how often it came back. */
final class Solutions {

    /** A ticket that comes back so soon was not solved by the first contact. */
    static final Duration SOON = Duration.ofDays(7);

    private final Instant createdAt;
    private final Hours hours;
    private final List<Measure> reopenings = new ArrayList<>();
    private List<Measure> last = List.of();
    private @Nullable Measure first;
    private boolean byFirstContact = true;

    Solutions(Instant createdAt, Hours hours) {
        this.createdAt = createdAt;
        this.hours = hours;
    }

    void solved(Instant at, Holder by, StatusSpans spans, int replies) {
        Elapsed took = hours.elapsed(createdAt, at);
        if (first == null) {
            first = Measure.timed(FIRST_RESOLUTION, at, took, by);
        }
        last = new ArrayList<>(List.of(
                Measure.timed(FULL_RESOLUTION, at, took, by),
                Measure.timed(
                        REQUESTER_WAIT, at, spans.in(TicketStatus.NEW, TicketStatus.OPEN, TicketStatus.ON_HOLD), by),
                Measure.timed(AGENT_WORK, at, spans.in(TicketStatus.NEW, TicketStatus.OPEN), by),
                Measure.timed(AGENT_WAIT, at, spans.in(TicketStatus.PENDING), by),
                Measure.timed(ON_HOLD, at, spans.in(TicketStatus.ON_HOLD), by)));
        if (replies == 1) {
            last.add(Measure.counted(ONE_TOUCH, at, by));
        }
    }

    void reopened(Instant at, Holder by) {
        reopenings.add(Measure.counted(REOPENED, at, by));
        if (first != null && !at.isAfter(first.at().plus(SOON))) {
            byFirstContact = false;
        }
    }

    /** Others had to be asked; a first contact that needs that, now or soon after, solved nothing. */
    void escalated(Instant at) {
        if (first == null || !at.isAfter(first.at().plus(SOON))) {
            byFirstContact = false;
        }
    }

    List<Measure> all() {
        List<Measure> all = new ArrayList<>(reopenings);
        if (first != null) {
            all.add(first);
            if (byFirstContact) {
                all.add(Measure.counted(FIRST_CONTACT, first.at(), first.holder()));
            }
        }
        all.addAll(last);
        return all;
    }
}
