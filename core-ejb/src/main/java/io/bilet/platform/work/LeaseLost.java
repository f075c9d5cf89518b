package io.bilet.platform.work;

import jakarta.ejb.ApplicationException;

/** Another node took over what this one was doing; nothing this one did is kept. */
@ApplicationException(rollback = true)
public class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseLost(String what) {
        super("The lease on " + what + " was lost.");
    }
}
