package io.bilet.platform.outbox;

import io.bilet.platform.json.StoredJson;
import io.bilet.platform.work.Leases;
import io.bilet.platform.work.WorkQueue;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;

/** One transaction of the relay: rows become work, and are gone from the outbox in the same commit. */
@Stateless
public class OutboxBatch {

    @Inject
    private Leases leases;

    @Inject
    private OutboxRepository rows;

    @Inject
    private WorkQueue work;

    @Inject
    private Subscribers subscribers;

    /** Relays up to {@code limit} rows and says how many there were. */
    public int relay(int limit) {
        List<OutboxRepository.Row> oldest = rows.oldest(limit);
        if (!oldest.isEmpty()) {
            leases.requireHeld(OutboxRelay.LEASE);
            oldest.forEach(this::distribute);
            rows.remove(oldest.stream().map(OutboxRepository.Row::id).toList());
        }
        return oldest.size();
    }

    private void distribute(OutboxRepository.Row row) {
        JsonObject payload = StoredJson.readObject(row.payload());
        subscribers
                .to(row.topic())
                .filter(subscriber -> subscriber.concerns(payload))
                .forEach(subscriber ->
                        work.add(subscriber.queue(), Long.toString(row.id()), row.orderingId(), row.payload()));
    }
}
