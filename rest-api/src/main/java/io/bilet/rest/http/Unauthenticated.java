package io.bilet.rest.http;

import io.bilet.platform.error.BiletException;
import io.bilet.rest.http.edge.Refusal;

/** An operation that is not public was called without a token. */
public class Unauthenticated extends BiletException {

    private static final long serialVersionUID = 1L;

    public Unauthenticated() {
        super(Refusal.UNAUTHENTICATED.problem(), Refusal.UNAUTHENTICATED.detail());
    }
}
