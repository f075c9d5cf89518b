package io.bilet.sla;

import io.bilet.sla.Holders.Stay;
import io.bilet.sla.policy.Elapsed;
import io.bilet.sla.policy.Pace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose time one clock counted: each stretch in which it ran belongs to whoever held the ticket then, so that giving a
 * ticket on moves who answers for it without touching the clock. The stretches are those that the ledger tells.
 */
public final class Responsibility {

    private final Holders holders;
    private final Map<Holder, Elapsed> shares = new LinkedHashMap<>();
    private @Nullable Instant since;
    private Pace pace = Pace.ALWAYS;

    private Responsibility(Holders holders) {
        this.holders = holders;
    }

    /**
     * The shares in the time that a clock ran in its present cycle, in the order of the first second.
     *
     * @param ledger of the clock alone, oldest first
     */
    public static Map<Holder, Elapsed> of(List<ClockEvent> ledger, Holders holders, Instant now) {
        var responsibility = new Responsibility(holders);
        ledger.forEach(responsibility::follow);
        responsibility.count(now);
        return responsibility.shares;
    }

    private void follow(ClockEvent step) {
        switch (step.step()) {
            case START, RESUME -> since = step.at();
            case APPLY -> count(step.at());
            case PAUSE, FULFIL, CANCEL -> {
                count(step.at());
                since = null;
            }
            case BREACH, WARN -> {}
        }
        pace = step.promise().pace();
    }

    private void count(Instant until) {
        if (since == null || !until.isAfter(since)) {
            return;
        }
        for (Stay stay : holders.between(since, until)) {
            shares.merge(stay.holder(), pace.between(stay.from(), stay.to()), Elapsed::plus);
        }
        since = until;
    }
}
