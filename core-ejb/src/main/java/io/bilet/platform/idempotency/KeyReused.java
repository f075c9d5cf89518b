package io.bilet.platform.idempotency;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** A key names a call that asked for something else. */
public class KeyReused extends BiletException {

    private static final long serialVersionUID = 1L;

    public KeyReused() {
        super(
                Problem.IDEMPOTENCY_KEY_REUSED,
                "The Idempotency-Key was used for another request within the last 24 hours.");
    }
}
