package io.bilet.platform.error;

import java.util.Optional;

/** A change was asked for on the ground of an outdated reading. */
public class StaleVersion extends BiletException {

    private static final long serialVersionUID = 1L;

    public StaleVersion() {
        super(Problem.STALE_VERSION, "It was changed since it was read; read it again and repeat the change.");
    }

    /**
     * Refuses a change based on an outdated reading.
     *
     * @param expected the version it is based on; empty means any
     * @throws StaleVersion if {@code expected} is given and not the {@code present} version
     */
    public static void unlessCurrent(Optional<Integer> expected, int present) {
        if (expected.isPresent() && expected.get() != present) {
            throw new StaleVersion();
        }
    }
}
