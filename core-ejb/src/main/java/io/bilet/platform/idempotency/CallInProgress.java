package io.bilet.platform.idempotency;

import io.bilet.platform.error.Conflict;
import io.bilet.platform.error.Problem;

/** The first call of that key is still being worked on. */
public class CallInProgress extends Conflict {

    private static final long serialVersionUID = 1L;

    public CallInProgress() {
        super(
                Problem.REQUEST_IN_PROGRESS,
                "The first request with this Idempotency-Key is not finished yet; try again.");
    }
}
