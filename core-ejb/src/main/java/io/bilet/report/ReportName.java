package io.bilet.report;

import static io.bilet.report.MeasureKind.*;

import java.util.EnumSet;
import java.util.Set;

/** The reports there are; each says what it counts. */
public enum ReportName {
    TICKETS_OPENED("opened", "Tickets that were opened in the period.", OPENED, OPENED, false),
    TICKETS_SOLVED(
            "last_solved",
            "Tickets whose latest solution lies in the period; each counts once.",
            FULL_RESOLUTION,
            FULL_RESOLUTION,
            false),
    BACKLOG("unsolved", "Tickets that were neither solved nor closed at the end of the period.", OPENED, OPENED, false),
    FIRST_REPLY_TIME(
            "first_answered",
            "Tickets to which a human agent first replied in public in the period, timed since they were opened.",
            FIRST_REPLY,
            FIRST_REPLY,
            true),
    NEXT_REPLY_TIME(
            "answered_questions",
            "Later questions that a human agent answered in public in the period, timed since the oldest unanswered one.",
            NEXT_REPLY,
            NEXT_REPLY,
            true),
    FIRST_RESOLUTION_TIME(
            "first_solved",
            "Tickets that were solved for the first time in the period, timed since they were opened.",
            FIRST_RESOLUTION,
            FIRST_RESOLUTION,
            true),
    FULL_RESOLUTION_TIME(
            "last_solved",
            "Tickets whose latest solution lies in the period, timed since they were opened.",
            FULL_RESOLUTION,
            FULL_RESOLUTION,
            true),
    REQUESTER_WAIT_TIME(
            "last_solved",
            "Tickets whose latest solution lies in the period, with their time in new, open and on hold until then.",
            REQUESTER_WAIT,
            REQUESTER_WAIT,
            true),
    AGENT_WORK_TIME(
            "last_solved",
            "Tickets whose latest solution lies in the period, with their time in new and open until then.",
            AGENT_WORK,
            AGENT_WORK,
            true),
    AGENT_WAIT_TIME(
            "last_solved",
            "Tickets whose latest solution lies in the period, with their time in pending until then.",
            AGENT_WAIT,
            AGENT_WAIT,
            true),
    ON_HOLD_TIME(
            "last_solved",
            "Tickets whose latest solution lies in the period, with their time on hold until then.",
            ON_HOLD,
            ON_HOLD,
            true),
    REPLIES("replies", "Public comments by human agents in the period.", REPLY, REPLY, false),
    REOPENS("reopenings", "Times that a solved ticket was opened again in the period.", REOPENED, REOPENED, false),
    BREACHES("fallen_due", "Promises that fell due in the period and were not kept by then.", BREACH, BREACH, false),
    PROMISES_KEPT(
            "promises",
            "Promises given with a snooze that were kept in the period, of those kept or broken in it.",
            PROMISE_KEPT,
            PROMISE_BROKEN,
            false),
    FIRST_CONTACT_RESOLUTION(
            "first_solved",
            "Tickets first solved in the period by the tier that got them first and not opened again within 7 days,"
                    + " of all first solved in it.",
            FIRST_CONTACT,
            FIRST_RESOLUTION,
            false),
    ONE_TOUCH_RESOLUTION(
            "last_solved",
            "Tickets whose latest solution lies in the period and took one public reply, of all with such a solution.",
            ONE_TOUCH,
            FULL_RESOLUTION,
            false);

    private final String bucket;
    private final String counted;
    private final MeasureKind kind;
    private final MeasureKind base;
    private final boolean timed;

    ReportName(String bucket, String counted, MeasureKind kind, MeasureKind base, boolean timed) {
        this.bucket = bucket;
        this.counted = counted;
        this.kind = kind;
        this.base = base;
        this.timed = timed;
    }

    /** Names which tickets, or which of their doings, are counted. */
    public String bucket() {
        return bucket;
    }

    /** Says so in a sentence. */
    public String counted() {
        return counted;
    }

    /** Whether it tells times besides the count. */
    public boolean isTimed() {
        return timed;
    }

    /** Whether it tells how many of how many. */
    public boolean isShare() {
        return kind != base;
    }

    /** What it counts; the backlog is counted from stays instead. */
    MeasureKind kind() {
        return kind;
    }

    /** What its count is a share of. */
    Set<MeasureKind> base() {
        return this == PROMISES_KEPT ? EnumSet.of(kind, base) : EnumSet.of(base);
    }
}
