package io.bilet.access;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** A token that opens nothing. Says the same whatever is wrong with it, so that nothing can be probed. */
public class InvalidToken extends BiletException {

    private static final long serialVersionUID = 1L;

    public InvalidToken() {
        super(Problem.INVALID_TOKEN, "The token is malformed, unknown, expired or revoked.");
    }
}
