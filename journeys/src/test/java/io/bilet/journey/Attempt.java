package io.bilet.journey;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * One try of one request, as its client saw it.
 *
 * @param begun by {@link System#nanoTime()}, as is the end
 * @param status 0 where no answer came
 * @param tellsWhen whether the answer is a problem document that says when to come again
 */
record Attempt(String method, URI uri, long begun, long ended, int status, boolean tellsWhen) {

    Duration took() {
        return Duration.ofNanos(ended - begun);
    }

    boolean isAnswered() {
        return status != 0;
    }

    boolean succeeded() {
        return status == 200 || status == 201;
    }

    /** Whether it was under way at some time after {@code from} and before {@code until}. */
    boolean liesWithin(long from, long until) {
        return begun - from > 0 && until - ended > 0;
    }

    boolean wasUnderWayAt(long instant) {
        return instant - begun > 0 && ended - instant > 0;
    }

    @Override
    public String toString() {
        Instant at = Instant.now().minusNanos(System.nanoTime() - begun);
        return "%s %s at %s: %d after %s".formatted(method, uri, at, status, took());
    }
}
