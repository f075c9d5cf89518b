package io.bilet.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What waits in a group.
 *
 * @param count tickets without an owner
 * @param since since when the longest waiting of those waits that only ask for room; null if none does
 */
public record WaitingWork(int count, @Nullable Instant since) {

    static final WaitingWork NOTHING = new WaitingWork(0, null);

    /**
     * How long a ticket that comes now can expect to wait: as long as whoever stands at the head of the line has.
     *
     * @param hasRoom whether somebody of the group is there and has room
     * @return empty if nobody can tell, because nobody is there
     */
    public Optional<Duration> expectedWait(boolean hasRoom, Instant now) {
        if (since != null) {
            Duration waited = Duration.between(since, now);
            return Optional.of(waited.isNegative() ? Duration.ZERO : waited);
        }
        return hasRoom ? Optional.of(Duration.ZERO) : Optional.empty();
    }
}
