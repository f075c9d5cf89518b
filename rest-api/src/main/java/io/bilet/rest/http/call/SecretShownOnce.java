package io.bilet.rest.http.call;

import io.bilet.platform.error.Conflict;

/** A call was repeated whose answer held a secret that is not kept. */
public class SecretShownOnce extends Conflict {

    private static final long serialVersionUID = 1L;

    public SecretShownOnce() {
        super("This was done before, and the secret in the answer is shown only once; revoke it and ask for another.");
    }
}
