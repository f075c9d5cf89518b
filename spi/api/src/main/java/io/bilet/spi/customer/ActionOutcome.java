package io.bilet.spi.customer;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What came of an action.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public sealed interface ActionOutcome {

    /**
     * It was done.
     *
     * @param reference how the far end calls what was done; 1 to 200 ASCII characters
     * @param summary what was done, in one English sentence for the agent; 1 to 500 characters
     */
    record Done(String reference, String summary) implements ActionOutcome {}

    /**
     * The far end will never do it, and has done nothing.
     *
     * @param reason one English sentence for the agent, 1 to 500 characters; contains no credentials
     */
    record Refused(String reason) implements ActionOutcome {}
}
