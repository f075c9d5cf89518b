package io.bilet.dev;

/** The API answered with a refusal. */
public final class ApiRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ApiRefused(String request, int status, String problem) {
        super(request + " was refused with " + status + ": " + problem);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
