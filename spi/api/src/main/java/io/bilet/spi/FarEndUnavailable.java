package io.bilet.spi;

import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The far end cannot be reached, is broken or asks for patience; trying again later may succeed. The host lets the
 * plugin rest and does not hold it against it.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public class FarEndUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    private final long retryAfterSeconds;

    /**
     * States the fact.
     *
     * @param reason one English sentence for the administrator, 1 to 500 characters; contains no credentials and no
     *     personal data
     */
    public FarEndUnavailable(String reason) {
        super(reason);
        retryAfterSeconds = 0;
    }

    /**
     * States the fact and what led to it.
     *
     * @param reason as above
     * @param cause goes to the log, not to people
     */
    public FarEndUnavailable(String reason, Throwable cause) {
        super(reason, cause);
        retryAfterSeconds = 0;
    }

    /**
     * States the fact and for how long the far end wants to be left alone.
     *
     * @param reason as above
     * @param retryAfter more than zero; the host waits at most an hour
     */
    public FarEndUnavailable(String reason, Duration retryAfter) {
        super(reason);
        retryAfterSeconds = Math.max(1, retryAfter.toSeconds());
    }

    /** For how long the far end wants to be left alone; empty if it did not say. */
    public Optional<Duration> retryAfter() {
        return retryAfterSeconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(retryAfterSeconds));
    }
}
