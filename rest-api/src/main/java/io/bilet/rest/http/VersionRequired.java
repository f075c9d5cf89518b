package io.bilet.rest.http;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** A change that must say on which version it is based did not. */
public class VersionRequired extends BiletException {

    private static final long serialVersionUID = 1L;

    public VersionRequired() {
        super(Problem.VERSION_REQUIRED, "Say with If-Match which version the change is based on; * means any.");
    }
}
