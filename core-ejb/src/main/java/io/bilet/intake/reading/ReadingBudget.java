package io.bilet.intake.reading;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What one mail may cost; asked between and inside the parts, because a thread in this process cannot be stopped from
 * outside. A real mail stays far below each limit; the mails above them were built to hurt.
 */
final class ReadingBudget {

    static final int DEPTH_MAX = 20;
    static final int PARTS_MAX = 500;
    static final int HEADERS_MAX = 1_000;
    static final int HEADER_BYTES_MAX = 256 * 1024;
    static final Duration TIME_MAX = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private final long startedAt;
    private int depth;
    private int parts;
    private int headers;
    private long headerBytes;

    ReadingBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
    }

    void enterPart() throws UnreadableMail {
        parts++;
        if (parts > PARTS_MAX) {
            throw new UnreadableMail(Unreadable.TOO_MANY_PARTS, "More than %d parts.".formatted(PARTS_MAX));
        }
        checkTime();
    }

    void enterMultipart() throws UnreadableMail {
        depth++;
        if (depth > DEPTH_MAX) {
            throw new UnreadableMail(Unreadable.TOO_DEEP, "Parts nested deeper than %d.".formatted(DEPTH_MAX));
        }
    }

    void leaveMultipart() {
        depth--;
    }

    void header(int bytes) throws UnreadableMail {
        headers++;
        headerBytes += bytes;
        if (headers > HEADERS_MAX || headerBytes > HEADER_BYTES_MAX) {
            throw new UnreadableMail(
                    Unreadable.HEADER_TOO_LARGE,
                    "More than %d header fields or %d bytes in them.".formatted(HEADERS_MAX, HEADER_BYTES_MAX));
        }
    }

    void checkTime() throws UnreadableMail {
        if (nanoTime.getAsLong() - startedAt > TIME_MAX.toNanos()) {
            throw new UnreadableMail(Unreadable.TOO_SLOW, "Reading took longer than %s.".formatted(TIME_MAX));
        }
    }
}
