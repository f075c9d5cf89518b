package io.bilet.platform.telemetry;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Asks the database whether it takes work; a session bean, because health checks of a server run outside of any. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseProbe {

    @Inject
    private BacklogQueries queries;

    /** Whether it takes changes; throws what the driver throws if it does not answer at all. */
    public boolean takesChanges() {
        return !queries.isReadOnly();
    }
}
