package io.bilet.platform.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Who may do what only one node may do. A lease is held until it runs out; the holder renews it by asking again. */
@Stateless
public class Leases {

    /** Names this node for as long as it runs. */
    private static final String NODE = UUID.randomUUID().toString();

    @Inject
    private LeaseRepository leases;

    /**
     * Takes the lease, or renews it when half of it is over: asking often costs no write. False if another node holds
     * it.
     */
    public boolean take(String name, Duration length) {
        return leases.holds(name, NODE, length.toSeconds() / 2)
                || leases.renew(name, NODE, length.toSeconds())
                || leases.begin(name, NODE, length.toSeconds());
    }

    /**
     * Makes sure, inside the transaction of the effect, that the lease is still held, and keeps it from moving until
     * commit.
     *
     * @throws LeaseLost if another node took it over
     */
    public void requireHeld(String name) {
        if (!leases.lockHeld(name, NODE)) {
            throw new LeaseLost(name);
        }
    }

    /** Gives back every lease of this node, so that another is let in at once. */
    public void giveBackAll() {
        leases.endAll(NODE);
    }
}
