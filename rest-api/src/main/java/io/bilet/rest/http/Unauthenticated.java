package io.bilet.rest.http;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** An operation that is not public was called without a token. */
public class Unauthenticated extends BiletException {

    private static final long serialVersionUID = 1L;

    public Unauthenticated() {
        super(Problem.UNAUTHENTICATED, "Send a token as Authorization: Bearer.");
    }
}
