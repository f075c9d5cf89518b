package io.bilet.platform.error;

/** The present state forbids what was asked for. */
public class Conflict extends BiletException {

    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
        super(Problem.CONFLICT, message);
    }

    protected Conflict(Problem problem, String message) {
        super(problem, message);
    }
}
