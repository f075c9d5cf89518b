package io.bilet.platform.error;

/** What the path names is absent, or hidden from the caller; both read the same. */
public class NotFound extends BiletException {

    private static final long serialVersionUID = 1L;

    public NotFound(String what) {
        super(Problem.NOT_FOUND, "There is no such %s.".formatted(what));
    }
}
