package io.bilet.sla.policy;

import java.time.Duration;

/** When to warn that a promise is in danger. */
public sealed interface WarningStep {

    /** How much of the target has been used up when the warning sounds; zero or less if it never does. */
    Duration usedOf(Duration target);

    /** Short name in ledgers: {@code 80%} or {@code PT30M}; unique within a policy. */
    String label();

    WarningActions actions();

    /**
     * When a share of the target has been used up.
     *
     * @param percent 1 to 99
     */
    record Share(int percent, WarningActions actions) implements WarningStep {

        public Share(int percent) {
            this(percent, WarningActions.NONE);
        }

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
    record BeforeDue(Duration left, WarningActions actions) implements WarningStep {

        public BeforeDue(Duration left) {
            this(left, WarningActions.NONE);
        }

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
