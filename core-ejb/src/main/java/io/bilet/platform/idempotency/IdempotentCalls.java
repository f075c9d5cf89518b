package io.bilet.platform.idempotency;

import io.bilet.platform.blob.Sha256;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Does the work of a call, or gives the answer it was given before. One transaction holds key, work and answer. */
@Stateless
public class IdempotentCalls {

    /** As long as the API promises. */
    static final Duration KEPT = Duration.ofHours(24);

    @Inject
    private IdempotencyKeyRepository keys;

    @Inject
    private Clock clock;

    /**
     * Answers the call of that key.
     *
     * @param hash the digest of the request; asked for after the work, when all of it was read
     * @param work done if no call of that key was finished within the last day
     * @throws KeyReused if such a call asked for something else
     */
    public Answered answer(CallKey key, Supplier<Sha256> hash, Supplier<StoredAnswer> work) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(KEPT);
        if (keys.take(key, expiresAt)) {
            return work(key, hash, work);
        }
        IdempotencyKeyRepository.Row earlier = keys.find(key).orElseThrow(CallInProgress::new);
        if (!now.isBefore(earlier.expiresAt()) && keys.retake(key, now, expiresAt)) {
            return work(key, hash, work);
        }
        if (earlier.answer() == null) {
            throw new CallInProgress();
        }
        if (!earlier.hash().equals(hash.get())) {
            throw new KeyReused();
        }
        return new Answered(earlier.answer(), true);
    }

    /** Forgets some keys whose day is over; false if none is left. */
    public boolean sweep() {
        return keys.sweep(clock.instant()) > 0;
    }

    private Answered work(CallKey key, Supplier<Sha256> hash, Supplier<StoredAnswer> work) {
        StoredAnswer answer = work.get();
        keys.finish(key, hash.get(), answer);
        return new Answered(answer, false);
    }
}
