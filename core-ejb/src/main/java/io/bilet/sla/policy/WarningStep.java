package io.bilet.sla.policy;

import java.time.Duration;

/** When to warn that a promise is in danger. */
public sealed interface WarningStep {

    /** How much of the target has been used up when the warning sounds; zero or less if it never does. */
    Duration usedOf(Duration target);

    /** Short name in ledgers: {@code 80%} or {@code PT30M}. */
    String label();

    /**
     * When a share of the target has been used up.
     *
     * @param percent 1 to 99
     */
    record Share(int percent) implements WarningStep {
        @Override
        public Duration usedOf(Duration target) {
            return target.multipliedBy(percent).dividedBy(100);
        }

        @Override
        public String label() {
            return percent + "%";
        }
    }

    /**
     * When this much of the target is left, in the time that counts for it.
     *
     * @param left positive
     */
    record BeforeDue(Duration left) implements WarningStep {
        @Override
        public Duration usedOf(Duration target) {
            return target.minus(left);
        }

        @Override
        public String label() {
            return left.toString();
        }
    }
}
