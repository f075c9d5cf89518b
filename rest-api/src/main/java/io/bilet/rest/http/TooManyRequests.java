package io.bilet.rest.http;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** A token called more often than it may. */
public class TooManyRequests extends BiletException {

    private static final long serialVersionUID = 1L;

    public TooManyRequests() {
        super(Problem.TOO_MANY_REQUESTS, "This token calls more often than it may; wait as long as Retry-After says.");
    }
}
