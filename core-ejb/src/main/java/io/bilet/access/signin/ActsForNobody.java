package io.bilet.access.signin;

import io.bilet.platform.error.BiletException;
import io.bilet.platform.error.Problem;

/** A caller wanted to act for somebody they may not act for; says the same whether or not that somebody exists. */
public class ActsForNobody extends BiletException {

    private static final long serialVersionUID = 1L;

    public ActsForNobody() {
        super(
                Problem.FORBIDDEN,
                "Only a service account may act on behalf of another user, who must be an active requester.");
    }
}
