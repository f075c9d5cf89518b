package io.bilet.people.admin;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** Somebody who is no administrator wanted to decide about a user who is no requester. */
public class RoleForbidden extends BiletException {

    private static final long serialVersionUID = 1L;

    private RoleForbidden() {
        super(
                Problem.FORBIDDEN,
                "Only administrators decide about users who are no requesters, and about how users sign in.");
    }

    static void unless(boolean allowed) {
        if (!allowed) {
            throw new RoleForbidden();
        }
    }
}
