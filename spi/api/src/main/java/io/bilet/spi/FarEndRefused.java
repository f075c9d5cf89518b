package io.bilet.spi;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The far end does not work with this configuration, or answers what cannot be understood: an expired credential, a
 * missing permission, an exhausted quota, another version. Trying again changes nothing until somebody acts.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public class FarEndRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * States the fact.
     *
     * @param reason one English sentence for the administrator that names what to do, 1 to 500 characters; contains no
     *     credentials and no personal data
     */
    public FarEndRefused(String reason) {
        super(reason);
    }

    /**
     * States the fact and what led to it.
     *
     * @param reason as above
     * @param cause goes to the log, not to people
     */
    public FarEndRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
