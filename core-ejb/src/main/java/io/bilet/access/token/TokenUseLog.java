package io.bilet.access.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/** Writes a minute's uses of tokens in one transaction. */
@Stateless
public class TokenUseLog {

    @Inject
    private ApiTokenRepository tokens;

    public void write(Map<TokenId, Instant> uses) {
        tokens.used(uses);
    }
}
