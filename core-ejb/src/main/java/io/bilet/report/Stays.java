package io.bilet.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stretches in which a ticket was in the backlog, and whose. */
final class Stays {

    private final List<Stay> ended = new ArrayList<>();
    private @Nullable Stay present;

    /** How it stands from {@code at} on; what lasted no time is forgotten. */
    void stand(boolean unsolved, Holder holder, Instant at) {
        boolean goesOn = present != null && unsolved && present.holder().equals(holder);
        if (goesOn) {
            return;
        }
        if (present != null && present.began().isBefore(at)) {
            ended.add(new Stay(present.began(), at, present.holder()));
        }
        present = unsolved ? new Stay(at, null, holder) : null;
    }

    List<Stay> all() {
        List<Stay> all = new ArrayList<>(ended);
        if (present != null) {
            all.add(present);
        }
        return all;
    }
}
