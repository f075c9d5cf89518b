package io.bilet.spi.ticket;

import io.bilet.spi.FarEndUnavailable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The far end of a listener cannot be reached or asks for patience; the host brings the notice again later.
 *
 * @since 0.1
 */
@API(status = Status.STABLE, since = "0.1")
public class ListenerUnavailable extends FarEndUnavailable {

    private static final long serialVersionUID = 1L;

    /**
     * States the fact.
     *
     * @param reason one English sentence for the administrator, 1 to 500 characters; contains no credentials and no
     *     personal data
     */
    public ListenerUnavailable(String reason) {
        super(reason);
    }

    /**
     * States the fact and what led to it.
     *
     * @param reason as above
     * @param cause goes to the log, not to people
     */
    public ListenerUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
