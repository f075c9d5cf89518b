package io.bilet.sla;

import io.bilet.sla.policy.Elapsed;
import io.bilet.sla.policy.Pace;
import io.bilet.sla.policy.TimeKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stretches in which a clock has run.
 *
 * @param before the sum of the earlier ones, each as its schedule counted it
 * @param since when the present one began; null while the clock does not run
 */
public record Run(Elapsed before, @Nullable Instant since) {

    static final Run NONE = new Run(Elapsed.NONE, null);

    Run resumedAt(Instant at) {
        return new Run(before, at);
    }

    Run restedAt(Instant at, Pace pace) {
        return new Run(elapsedAt(at, pace), null);
    }

    public Elapsed elapsedAt(Instant at, Pace pace) {
        return since == null ? before : before.plus(pace.between(since, at));
    }

    /** When this much time is used up if it runs on; the start of the present stretch if it already was then. */
    @Nullable
    Instant whenUsed(Duration time, Pace pace) {
        if (since == null) {
            return null;
        }
        return usedBefore(time, pace.kind()) ? since : pace.after(since, time.minus(before.in(pace.kind())));
    }

    boolean usedBefore(Duration time, TimeKind kind) {
        return before.in(kind).compareTo(time) >= 0;
    }
}
