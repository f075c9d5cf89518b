package io.bilet.webhook;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** What came was not signed with the secret, or not now; the same whatever is wrong, so that nothing can be probed. */
public class InvalidSignature extends BiletException {

    private static final long serialVersionUID = 1L;

    public InvalidSignature() {
        super(
                Problem.INVALID_TOKEN,
                "webhook-id, webhook-timestamp and webhook-signature must be those of this message, signed within 5 minutes.");
    }
}
