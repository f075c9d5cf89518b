package io.bilet.view;

import io.bilet.access.Caller;
import io.bilet.access.TicketScope;
import io.bilet.view.ViewTickets.Count;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts that are shown to many, and again and again, are counted at most every quarter of a minute on each node. */
@ApplicationScoped
public class ViewCounts {

    static final Duration FRESH = Duration.ofSeconds(15);

    private static final int KEPT_MAX = 2_000;

    @Inject
    private ViewTickets tickets;

    @Inject
    private Clock clock;

    private final Map<Key, Count> counts = new LinkedHashMap<>(64, 0.75f, true);

    /** One version of a view as those see it who see the same tickets. */
    private record Key(ViewId view, int version, String scope, Map<String, Object> values) {}

    /** How many tickets the view has for the caller, and when they were counted. */
    public Count of(Caller caller, View view) {
        TicketScope scope = TicketScope.of(caller);
        Key key = new Key(view.id(), view.version(), scope.condition("t"), scope.parameters());
        Instant now = clock.instant();
        Count known = known(key);
        if (known != null && known.countedAt().plus(FRESH).isAfter(now)) {
            return known;
        }
        Count counted = tickets.count(caller, view);
        keep(key, counted);
        return counted;
    }

    private synchronized @Nullable Count known(Key key) {
        return counts.get(key);
    }

    private synchronized void keep(Key key, Count count) {
        counts.put(key, count);
        if (counts.size() > KEPT_MAX) {
            counts.remove(counts.keySet().iterator().next());
        }
    }
}
