package io.bilet.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Who answered for one ticket when, as its record tells it; whoever gets it at an instant answers from then on. */
public final class Holders {

    private final NavigableMap<Instant, Holder> since = new TreeMap<>();

    /** A stretch of time in which one holder answered. */
    record Stay(Holder holder, Instant from, Instant to) {}

    /** The next entry of the record; one that a node with a slower clock wrote takes effect with the one before. */
    void changed(Instant at, Holder next) {
        since.put(since.isEmpty() || at.isAfter(since.lastKey()) ? at : since.lastKey(), next);
    }

    Holder latest() {
        return since.isEmpty() ? Holder.NOBODY : since.lastEntry().getValue();
    }

    public Holder at(Instant instant) {
        var entry = since.floorEntry(instant);
        return entry == null ? Holder.NOBODY : entry.getValue();
    }

    List<Stay> between(Instant from, Instant to) {
        List<Stay> stays = new ArrayList<>();
        Instant start = from;
        for (Instant change : since.subMap(from, false, to, false).keySet()) {
            stays.add(new Stay(at(start), start, change));
            start = change;
        }
        if (start.isBefore(to)) {
            stays.add(new Stay(at(start), start, to));
        }
        return stays;
    }
}
