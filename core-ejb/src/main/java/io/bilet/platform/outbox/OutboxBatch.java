package io.bilet.platform.outbox;

import io.bilet.platform.json.StoredJson;
import io.bilet.platform.work.Leases;
import io.bilet.platform.work.NewWork;
import io.bilet.platform.work.WorkQueue;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            Map<String, List<NewWork>> byQueue = new LinkedHashMap<>();
            oldest.forEach(row -> distribute(row, byQueue));
            byQueue.forEach(work::add);
            rows.remove(oldest.stream().map(OutboxRepository.Row::id).toList());
        }
        return oldest.size();
    }

    private void distribute(OutboxRepository.Row row, Map<String, List<NewWork>> byQueue) {
        JsonObject payload = StoredJson.readObject(row.payload());
        NewWork item = new NewWork(Long.toString(row.id()), row.orderingId(), row.payload(), row.cause());
        subscribers
                .to(row.topic())
                .filter(subscriber -> subscriber.concerns(payload))
                .forEach(subscriber -> byQueue.computeIfAbsent(subscriber.queue(), queue -> new ArrayList<>())
                        .add(item));
    }
}
