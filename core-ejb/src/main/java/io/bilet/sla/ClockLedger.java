package io.bilet.sla;

import java.util.ArrayList;
import java.util.List;

/** The ledger of one clock: how long it is, and what is to be added to it. */
final class ClockLedger {

    private final List<ClockEvent> added = new ArrayList<>();
    private int steps;

    ClockLedger(int stored) {
        steps = stored;
    }

    void add(ClockEvent event) {
        added.add(event);
        steps++;
    }

    /** How many entries it has, those to be added included. */
    int steps() {
        return steps;
    }

    List<ClockEvent> take() {
        List<ClockEvent> taken = List.copyOf(added);
        added.clear();
        return taken;
    }
}
