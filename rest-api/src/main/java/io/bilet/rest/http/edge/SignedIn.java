package io.bilet.rest.http.edge;

import io.bilet.access.Caller;
import jakarta.security.enterprise.CallerPrincipal;

/** The caller, as the container carries them from the authentication to the operation. */
public final class SignedIn extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    SignedIn(Caller caller) {
        super(caller.userId().toString());
        this.caller = caller;
    }

    public Caller caller() {
        return caller;
    }
}
