package io.bilet.spi.lookup;

import io.bilet.spi.HostMade;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where a bot asks on behalf of an agent.
 *
 * @since 0.2
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
@HostMade
public interface LookupDesk {

    /**
     * The latest messages of whom or what the words name: an e-mail address, a ticket number, or the beginning of the
     * name of a person or an organization.
     *
     * @param agentAddress the verified e-mail address of the agent who asks; nothing is found that they may not read
     * @param words 1 to 200 characters
     * @return 0 to 10 messages, the newest first
     * @throws UnknownAgent if no agent has this address
     */
    List<FoundMessage> latest(String agentAddress, String words) throws UnknownAgent;
}
