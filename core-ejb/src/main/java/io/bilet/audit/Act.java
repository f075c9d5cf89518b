package io.bilet.audit;

import io.bilet.people.Actor;
import io.bilet.platform.log.LogContext;
import java.time.Instant;

/**
 * Who does something, by what cause, and when; the same for everything that follows from it in one transaction.
 *
 * @param cause where it came from: {@code request:} and the id by which the logs know it, {@code mail},
 *     {@code routing}, {@code timer}
 */
public record Act(Actor actor, String cause, Instant at) {

    /** What somebody asked for over the API. */
    public static Act asked(Actor actor, Instant at) {
        String cause =
                LogContext.request().map(request -> "request:" + request.id()).orElse("api");
        return new Act(actor, cause, at);
    }
}
