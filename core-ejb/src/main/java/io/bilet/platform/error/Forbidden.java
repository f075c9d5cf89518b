package io.bilet.platform.error;

/** The caller may see it but not do this with it. */
public class Forbidden extends BiletException {

    private static final long serialVersionUID = 1L;

    public Forbidden(String permission) {
        super(Problem.FORBIDDEN, "The permission %s is needed.".formatted(permission));
    }
}
