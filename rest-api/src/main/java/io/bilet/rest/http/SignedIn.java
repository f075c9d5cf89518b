package io.bilet.rest.http;

import io.bilet.access.Caller;
import jakarta.security.enterprise.CallerPrincipal;

/** The caller, as the container carries them from the authentication to the operation. */
final class SignedIn extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    SignedIn(Caller caller) {
        super(caller.userId().toString());
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }
}
