package io.bilet.platform.outbox;

import io.bilet.platform.telemetry.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Takes down, in the caller's transaction, what must leave the process after it. */
@ApplicationScoped
public class Outbox {

    @Inject
    private OutboxRepository rows;

    @Inject
    private Subscribers subscribers;

    /** Records the entries somebody subscribes to, in order; they are gone if the transaction rolls back. */
    public void record(List<OutboxEntry> entries) {
        List<OutboxEntry> wanted = entries.stream().filter(this::isWanted).toList();
        if (!wanted.isEmpty()) {
            rows.add(wanted, Cause.present());
        }
    }

    private boolean isWanted(OutboxEntry entry) {
        return subscribers.to(entry.topic()).anyMatch(subscriber -> subscriber.concerns(entry.payload()));
    }
}
