package io.bilet.spi.customer;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a source says about a customer.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
public sealed interface FactSheet {

    /**
     * The source knows the customer.
     *
     * @param reference how the far end calls them; 1 to 100 ASCII characters
     * @param link where an agent sees them at the far end
     * @param facts at most one of each type; a type that is missing is not known
     */
    record Known(String reference, Optional<URI> link, List<Fact> facts) implements FactSheet {

        /** Keeps its own list. */
        public Known {
            facts = List.copyOf(facts);
        }
    }

    /** The source does not know the customer. */
    record Unknown() implements FactSheet {}
}
