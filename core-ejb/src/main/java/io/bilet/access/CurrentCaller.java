package io.bilet.access;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * The caller of the request at hand, as the edge found them. Resources hand {@link #get()} on to the core, which
 * knows no ambient user.
 */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;

    /** Called once by the edge, after the token was checked. */
    public void identify(Caller identified) {
        if (caller != null) {
            throw new IllegalStateException("The caller of a request does not change");
        }
        caller = identified;
    }

    public boolean isAnonymous() {
        return caller == null;
    }

    /** The caller; only operations that the specification marks as public are reached without one. */
    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("Nobody is signed in; the operation is not public");
        }
        return caller;
    }
}
