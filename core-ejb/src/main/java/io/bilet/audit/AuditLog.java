package io.bilet.audit;

import io.bilet.people.Actor;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** The record of the desk itself: who set up what, before and after. Tickets have records of their own. */
@Stateless
public class AuditLog {

    @Inject
    private AuditLogRepository entries;

    @Inject
    private Clock clock;

    /**
     * Makes a change and writes it down, in one transaction: neither is kept without the other. A change that turns out
     * to be none leaves no entry.
     */
    public <T> T record(Actor actor, Supplier<Done<T>> change) {
        Done<T> done = change.get();
        done.change()
                .ifPresent(
                        made -> entries.add(new LogEntry(LogEntryId.next(), Act.asked(actor, clock.instant()), made)));
        return done.result();
    }

    /**
     * What a change came to.
     *
     * @param result what whoever made it goes on with
     * @param change absent where everything was so before
     */
    public record Done<T>(T result, Optional<LogEntry.Change> change) {}
}
