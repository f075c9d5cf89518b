package io.bilet.people;

import io.bilet.platform.error.Require;

/**
 * How a user signs in: who vouches for them, and the name they have there. Never an address, because addresses change
 * hands and issuers do not all verify them.
 */
public record Login(String issuer, String subject) {

    private static final int LENGTH_MAX = 255;

    public Login {
        Require.key(issuer, LENGTH_MAX, "/login/issuer");
        Require.key(subject, LENGTH_MAX, "/login/subject");
    }
}
