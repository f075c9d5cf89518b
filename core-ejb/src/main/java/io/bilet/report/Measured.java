package io.bilet.report;

import java.util.List;

/** Everything that the numbers know of one ticket, in the order of its record. */
record Measured(List<Measure> measures, List<Stay> stays) {

    static final Measured NOTHING = new Measured(List.of(), List.of());
}
