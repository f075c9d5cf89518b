package io.bilet.access.oidc;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** The issuer's keys could not be fetched yet, so its tokens can be neither accepted nor refused. */
public class IssuerUnavailable extends BiletException {

    private static final long serialVersionUID = 1L;

    public IssuerUnavailable() {
        super(Problem.UNAVAILABLE, "The keys of the token's issuer cannot be fetched at the moment; try again later.");
    }
}
