package io.bilet.platform.error;

/** A change was asked for on the ground of an outdated reading. */
public class StaleVersion extends BiletException {

    private static final long serialVersionUID = 1L;

    public StaleVersion() {
        super(Problem.STALE_VERSION, "It was changed since it was read; read it again and repeat the change.");
    }
}
