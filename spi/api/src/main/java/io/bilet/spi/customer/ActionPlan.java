package io.bilet.spi.customer;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a dry run says.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public sealed interface ActionPlan {

    /**
     * It can be done.
     *
     * @param summary what would happen, in one English sentence for the agent; 1 to 500 characters
     * @param amount how much money it costs; the host asks for a second pair of eyes above a limit
     */
    record Possible(String summary, Optional<Money> amount) implements ActionPlan {}

    /**
     * It cannot be done.
     *
     * @param reason one English sentence for the agent, 1 to 500 characters; contains no credentials
     */
    record Impossible(String reason) implements ActionPlan {}
}
