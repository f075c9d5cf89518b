package io.bilet.access.token;

import io.bilet.platform.work.Recurring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers when each token was last used and writes it down once a minute, so that a request costs no update. A crash
 * forgets at most a minute.
 */
@ApplicationScoped
public class TokenUses implements Recurring {

    private final Map<TokenId, Instant> uses = new ConcurrentHashMap<>();

    @Inject
    TokenUseLog log;

    public void note(TokenId token, Instant at) {
        uses.put(token, at);
    }

    @Override
    public String name() {
        return "token-uses";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Map<TokenId, Instant> taken = new HashMap<>();
        for (TokenId token : Set.copyOf(uses.keySet())) {
            Instant at = uses.remove(token);
            if (at != null) {
                taken.put(token, at);
            }
        }
        if (!taken.isEmpty()) {
            log.write(taken);
        }
    }
}
